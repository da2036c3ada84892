package io.ploy.core.sim.match;

import io.ploy.api.market.Side;

/** How two orders meet. */
public enum MatchKind {
    /** One buys what the other sells: shares change hands. */
    COMPLEMENTARY,
    /** Both buy, one each outcome: their cash becomes new shares of both. */
    MINT,
    /** Both sell, one each outcome: their shares become cash. */
    MERGE;

    /**
     * How two orders from opposite sides of the book meet.
     *
     * @param taker one
     * @param maker the other
     * @return the kind of match
     * @throws IllegalArgumentException if both would rest on the same side
     */
    public static MatchKind of(OrderKind taker, OrderKind maker) {
        if (taker.isBid() == maker.isBid()) {
            throw new IllegalArgumentException(taker + " does not match " + maker);
        }
        if (taker.isFirst() == maker.isFirst()) {
            return COMPLEMENTARY;
        }
        return taker.side() == Side.BUY ? MINT : MERGE;
    }
}
