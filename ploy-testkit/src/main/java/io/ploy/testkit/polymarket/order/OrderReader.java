package io.ploy.testkit.polymarket.order;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads posted orders. Thread-safe. */
public interface OrderReader {
    /**
     * Reads one order.
     *
     * @param json the object as it was posted
     * @return the order
     * @throws io.ploy.testkit.polymarket.wire.RefusedException with status 400 and the venue's words if a member is
     *     missing, of the wrong type or out of range
     */
    PostedOrder read(JsonNode json);
}
