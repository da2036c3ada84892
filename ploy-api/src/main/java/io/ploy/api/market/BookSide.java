package io.ploy.api.market;

import io.ploy.api.Stable;

/** The two sides of an order book. */
@Stable
public enum BookSide {
    /** Resting buy orders, best is highest. */
    BIDS,
    /** Resting sell orders, best is lowest. */
    ASKS;

    /**
     * The other side.
     *
     * @return asks for bids, bids for asks
     */
    public BookSide opposite() {
        return this == BIDS ? ASKS : BIDS;
    }
}
