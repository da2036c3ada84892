package io.ploy.core.sim.match;

import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;

/**
 * What an order does with one of the two outcomes of a market. Since one share of each outcome is worth 1 USD together,
 * selling the second outcome at 0.40 is the same wish as buying the first at 0.60: both are bids of one book, kept in
 * prices of the first outcome.
 */
public enum OrderKind {
    /** Buys the first outcome: a bid. */
    BUY_FIRST(true, Side.BUY),
    /** Sells the first outcome: an ask. */
    SELL_FIRST(true, Side.SELL),
    /** Buys the second outcome: an ask. */
    BUY_SECOND(false, Side.BUY),
    /** Sells the second outcome: a bid. */
    SELL_SECOND(false, Side.SELL);

    private final boolean first;
    private final Side side;
    private final boolean bid;

    OrderKind(boolean first, Side side) {
        this.first = first;
        this.side = side;
        this.bid = first == (side == Side.BUY);
    }

    /**
     * The kind of an order.
     *
     * @param first whether it trades the first outcome
     * @param side what it does with it
     * @return the kind
     */
    public static OrderKind of(boolean first, Side side) {
        if (first) {
            return side == Side.BUY ? BUY_FIRST : SELL_FIRST;
        }
        return side == Side.BUY ? BUY_SECOND : SELL_SECOND;
    }

    /**
     * Which outcome is traded.
     *
     * @return true for the first
     */
    public boolean isFirst() {
        return first;
    }

    /**
     * What is done with the outcome.
     *
     * @return buy or sell
     */
    public Side side() {
        return side;
    }

    /**
     * Which side of the one book it rests on.
     *
     * @return true for bids
     */
    public boolean isBid() {
        return bid;
    }

    /**
     * Turns a price of the traded outcome into a price of the book, and back: the same rule both ways.
     *
     * @param priceMicros a price in micros
     * @return the price itself for the first outcome, one less the price for the second
     */
    public long bookPrice(long priceMicros) {
        return first ? priceMicros : FixedPoint.ONE - priceMicros;
    }
}
