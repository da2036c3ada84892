package io.ploy.api.market;

import io.ploy.api.Stable;

/** Buying or selling shares of an outcome. */
@Stable
public enum Side {
    /** Pays cash for shares. */
    BUY,
    /** Gives shares for cash. */
    SELL;

    /**
     * The other side.
     *
     * @return sell for buy, buy for sell
     */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /**
     * The side of the book an order of this side rests on.
     *
     * @return bids for buy
     */
    public BookSide restsOn() {
        return this == BUY ? BookSide.BIDS : BookSide.ASKS;
    }

    /**
     * The side of the book an order of this side takes from.
     *
     * @return asks for buy
     */
    public BookSide takesFrom() {
        return restsOn().opposite();
    }
}
