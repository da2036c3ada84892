package io.ploy.core;

import java.time.Duration;

/**
 * How an engine ends. Its phases follow each other: strategies are told, answers awaited, positions sold if wanted, orders
 * cancelled, fills awaited if wanted, the venue's list of open orders read once more, and everything closed. No phase keeps a
 * later one from happening.
 *
 * @param orders what becomes of open orders
 * @param positions what becomes of what is held
 * @param strategiesWithin how long strategies may take to end; one that takes longer is left behind
 * @param ordersWithin how long the venue may take to answer sends, sales and cancels
 * @param settlementWithin how long to wait for fills that are not final and operations under way; nothing is lost without,
 *     since the next start goes on with them
 * @param lookWithin how long the last reading of the venue's open orders may take
 */
public record StopPolicy(
        Orders orders,
        Positions positions,
        Duration strategiesWithin,
        Duration ordersWithin,
        Duration settlementWithin,
        Duration lookWithin) {
    /** Everything is cancelled, positions are kept, fills are not awaited. */
    public static final StopPolicy DEFAULT = new StopPolicy(
            Orders.CANCEL,
            Positions.KEEP,
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ZERO,
            Duration.ofSeconds(5));

    /** What becomes of open orders. */
    public enum Orders {
        /** They are cancelled. */
        CANCEL,
        /** They stay at the venue; the next start finds them. */
        LEAVE
    }

    /** What becomes of what is held. */
    public enum Positions {
        /** It is kept. */
        KEEP,
        /** It is sold to whoever buys at that moment; what nobody buys is kept. */
        SELL
    }

    /** Checks the ranges. */
    public StopPolicy {
        notNegative(strategiesWithin, "strategiesWithin");
        notNegative(ordersWithin, "ordersWithin");
        notNegative(settlementWithin, "settlementWithin");
        notNegative(lookWithin, "lookWithin");
    }

    private static void notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is not negative: " + value);
        }
    }

    /**
     * The same with another end of open orders.
     *
     * @param value what becomes of them
     * @return changed policy
     */
    public StopPolicy withOrders(Orders value) {
        return new StopPolicy(value, positions, strategiesWithin, ordersWithin, settlementWithin, lookWithin);
    }

    /**
     * The same with another end of what is held.
     *
     * @param value what becomes of it
     * @return changed policy
     */
    public StopPolicy withPositions(Positions value) {
        return new StopPolicy(orders, value, strategiesWithin, ordersWithin, settlementWithin, lookWithin);
    }

    /**
     * The same with another wait for fills that are not final.
     *
     * @param value zero to wait for none
     * @return changed policy
     */
    public StopPolicy withSettlementWithin(Duration value) {
        return new StopPolicy(orders, positions, strategiesWithin, ordersWithin, value, lookWithin);
    }

    /**
     * The same with another wait for the venue's answers.
     *
     * @param value for sends, sales and cancels
     * @return changed policy
     */
    public StopPolicy withOrdersWithin(Duration value) {
        return new StopPolicy(orders, positions, strategiesWithin, value, settlementWithin, lookWithin);
    }
}
