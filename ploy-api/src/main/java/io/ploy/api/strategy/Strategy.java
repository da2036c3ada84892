package io.ploy.api.strategy;

import io.ploy.api.Stable;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.signal.Signal;

/**
 * Decides what to trade. Made by a {@link StrategyFactory} with a {@link StrategyContext}, through which it acts.
 *
 * <p><b>Threading.</b> Every method is called on the engine thread, one at a time: keep no locks, start no threads, do no
 * I/O. Time comes from {@link StrategyContext#clock()}, chance from {@link StrategyContext#random()}, so that a replay
 * makes the same decisions.
 *
 * <p><b>Errors.</b> A strategy that throws is stopped and its orders are cancelled; others go on. The same happens to one
 * that takes too long again and again.
 */
@FunctionalInterface
@Stable
public interface Strategy {
    /**
     * The book of a subscribed instrument changed.
     *
     * @param book valid during the call; look at {@link OrderBook#trust()} before pricing anything from it
     */
    void onBook(OrderBook book);

    /** Trading begins: markets known so far can be read, orders can be sent. */
    default void onStart() {}

    /**
     * A market is new, or its rules, status or window changed.
     *
     * @param market as it is now
     */
    default void onMarket(Market market) {}

    /**
     * Others traded a subscribed instrument.
     *
     * @param trade what was printed
     */
    default void onTrade(MarketTrade trade) {}

    /**
     * A price from outside the venue.
     *
     * @param price what the source said
     */
    default void onReference(ReferencePrice price) {}

    /**
     * A number from a signal source.
     *
     * @param signal the number
     */
    default void onSignal(Signal signal) {}

    /**
     * Something happened to an own order. Fills are also told through the methods made for them, right after this one.
     *
     * @param event what happened
     */
    default void onOrder(OrderEvent event) {}

    /**
     * An own order matched. Provisional unless {@link Fill#settlement()} is CONFIRMED: by default act on
     * {@link #onFillConfirmed} instead.
     *
     * @param fill what matched
     */
    default void onFill(Fill fill) {}

    /**
     * A fill became final.
     *
     * @param fill the same fill
     */
    default void onFillConfirmed(Fill fill) {}

    /**
     * A fill did not settle and was taken back.
     *
     * @param fill the same fill
     */
    default void onFillReversed(Fill fill) {}

    /**
     * A split, merge or redemption moved on.
     *
     * @param event where it is now
     */
    default void onOperation(OperationEvent event) {}

    /**
     * A market's payout is final.
     *
     * @param market which
     * @param resolution what each outcome pays
     */
    default void onResolution(Market market, Resolution resolution) {}

    /**
     * A timer set with {@link StrategyContext#schedule} is due.
     *
     * @param timer which
     */
    default void onTimer(TimerId timer) {}

    /** Trading ends. Resting orders are cancelled by the engine as configured; save what is worth remembering. */
    default void onStop() {}
}
