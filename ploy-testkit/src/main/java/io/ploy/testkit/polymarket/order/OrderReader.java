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

    /**
     * A reader that takes what the venue takes and nothing else: numbers as text where it wants them so, salts that a
     * double holds, addresses whose checksums are right. Members it does not know are passed over. An order of the first
     * generation is refused with {@code order_version_mismatch}, anything else with {@code Invalid order payload}.
     *
     * @return a reader
     */
    static OrderReader strict() {
        return new StrictOrderReader();
    }
}
