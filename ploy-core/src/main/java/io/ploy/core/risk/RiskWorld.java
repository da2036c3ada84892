package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import org.jspecify.annotations.Nullable;

/** What the gates must know beyond the portfolio. Called on the engine thread; every method returns at once. */
public interface RiskWorld {
    /**
     * The market of an instrument.
     *
     * @param instrument any instrument
     * @return as last known, or null if nothing is known
     */
    @Nullable
    Market marketOf(InstrumentId instrument);

    /**
     * The book of an instrument.
     *
     * @param instrument one of a known market
     * @return empty and {@link io.ploy.api.market.BookTrust#SYNCING} if nothing was heard of it yet
     */
    OrderBook book(InstrumentId instrument);

    /**
     * Whether what happens can be made durable.
     *
     * @return false while it cannot
     */
    boolean journalWritable();

    /**
     * Whether trading is halted, by the kill switch or otherwise.
     *
     * @return true while any cause holds
     */
    boolean halted();

    /**
     * Why trading is halted.
     *
     * @return in words, for people
     */
    String haltCause();

    /**
     * Whether a strategy may not trade: stopped, failed or over its time budget.
     *
     * @param strategy which
     * @return true while it may not
     */
    boolean strategyStopped(String strategy);

    /**
     * How many orders of a strategy are open, the one in question not among them.
     *
     * @param strategy which
     * @return 0 or more
     */
    int openOrders(String strategy);

    /**
     * Whether the outcome of an order is unknown.
     *
     * @param strategy whose orders
     * @param market in which market
     * @return true while one is
     */
    boolean unknownOrder(String strategy, Market market);
}
