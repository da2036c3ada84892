package io.ploy.connectors.polymarket.order;

import io.ploy.api.order.OrderRefusedException;

/** How a refusal reads: which field, what was found, what is allowed. */
final class Refusal {
    private Refusal() {}

    static OrderRefusedException of(Object field, Object found, String allowed) {
        return new OrderRefusedException(
                "order refused before it was sent, for its " + field + ": found " + found + ", allowed is " + allowed);
    }
}
