package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something the venue wants a key's owner to know.
 *
 * @param id counts all notifications, from 1
 * @param type the venue's number
 * @param owner the API key it is for
 * @param at when it was made
 * @param payload what it is about, put together only for those who ask
 */
record Notification(long id, int type, String owner, Instant at, Supplier<ObjectNode> payload) {
    static final int ORDER_CANCELLED = 1;
    static final int FILL = 2;
    static final int MARKET_RESOLVED = 4;
    static final int FILL_FAILED = 8;

    ObjectNode json() {
        ObjectNode json = Bodies.object();
        json.put("id", id);
        json.put("type", type);
        json.put("owner", owner);
        json.set("payload", payload.get());
        json.put("timestamp", at.getEpochSecond());
        return json;
    }
}
