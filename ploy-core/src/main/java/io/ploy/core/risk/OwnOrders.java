package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;

/** The account's open orders, the one in question not among them. Called on the engine thread; returns at once. */
public interface OwnOrders {
    /**
     * How many orders of a strategy are open.
     *
     * @param strategy which
     * @return 0 or more
     */
    int open(String strategy);

    /**
     * How many orders are open in a market.
     *
     * @param market which
     * @return 0 or more
     */
    int open(Market market);

    /**
     * How many orders are open in all.
     *
     * @return 0 or more
     */
    int open();

    /**
     * Whether the outcome of an order is unknown.
     *
     * @param strategy whose orders
     * @param market in which market
     * @return true while one is
     */
    boolean unknown(String strategy, Market market);

    /**
     * Of how many orders the outcome is unknown.
     *
     * @return 0 or more
     */
    int unknown();

    /**
     * The highest price at which an order of ours to buy rests, or may come to.
     *
     * @param instrument of what
     * @return micros, or {@link OrderBook#NONE}
     */
    long bestBidMicros(InstrumentId instrument);

    /**
     * The lowest price at which an order of ours to sell rests, or may come to.
     *
     * @param instrument of what
     * @return micros, or {@link OrderBook#NONE}
     */
    long bestAskMicros(InstrumentId instrument);
}
