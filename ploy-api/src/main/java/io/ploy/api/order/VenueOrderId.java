package io.ploy.api.order;

import io.ploy.api.Stable;

/**
 * The venue's name for one order. On Polymarket it is the order's EIP-712 hash, known before the order is sent.
 *
 * @param value not blank
 */
@Stable
public record VenueOrderId(String value) {
    /** Checks that it is present. */
    public VenueOrderId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank venue order id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
