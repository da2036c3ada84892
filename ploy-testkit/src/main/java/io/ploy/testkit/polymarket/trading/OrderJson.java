package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.record.OrderRow;
import java.time.Instant;

/** An open order as the account's reads have it. */
final class OrderJson {
    private OrderJson() {}

    static ObjectNode of(OrderRow order) {
        ObjectNode json = Bodies.object();
        json.put("id", order.id());
        json.put("status", order.status());
        json.put("owner", order.owner());
        json.put("maker_address", order.account().wallet().checksummed());
        json.put("market", order.market().conditionId());
        json.put("asset_id", order.instrument().symbol());
        json.put("side", order.side().name());
        json.put("original_size", order.original().toString());
        json.put("size_matched", order.matched().toString());
        json.put("price", order.price().toString());
        json.put("outcome", order.market().market().outcome(order.instrument()).name());
        json.put("expiration", expiration(order));
        json.put("order_type", order.timeInForce().name());
        ArrayNode trades = json.putArray("associate_trades");
        order.trades().forEach(trades::add);
        json.put("created_at", order.createdAt().getEpochSecond());
        return json;
    }

    private static String expiration(OrderRow order) {
        Instant expiresAt = order.expiresAt();
        return Long.toString(expiresAt == null ? 0 : expiresAt.getEpochSecond());
    }
}
