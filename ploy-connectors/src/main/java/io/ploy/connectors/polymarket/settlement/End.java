package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.portfolio.Operation;

/**
 * What became of an operation.
 *
 * @param status confirmed or failed; unknown only where nobody looks any more
 * @param detail in words
 */
record End(Operation.Status status, String detail) implements Prepared {
    static End confirmed(String detail) {
        return new End(Operation.Status.CONFIRMED, detail);
    }

    static End failed(String detail) {
        return new End(Operation.Status.FAILED, detail);
    }

    static End unknown(String detail) {
        return new End(Operation.Status.UNKNOWN, detail);
    }
}
