package io.ploy.api.strategy;

import io.ploy.api.Stable;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/**
 * What a strategy sees and does. Everything here is the strategy's own view: its orders, its positions.
 *
 * <p><b>Threading.</b> Engine thread only: inside the strategy's callbacks.
 */
@Stable
public interface StrategyContext {
    /**
     * The name this strategy runs under.
     *
     * @return unique within the engine
     */
    String strategy();

    /**
     * The value of a declared parameter.
     *
     * @param <T> its type
     * @param parameter the constant the factory declares
     * @return its value
     */
    <T> T parameter(Parameter<T> parameter);

    /**
     * Engine time. In a backtest, the recording's.
     *
     * @return never the wall clock
     */
    Clock clock();

    /**
     * Engine time.
     *
     * @return now
     */
    default Instant now() {
        return clock().instant();
    }

    /**
     * Chance, seeded by the run.
     *
     * @return the strategy's own generator
     */
    RandomGenerator random();

    /**
     * A logger that names this strategy.
     *
     * @return the logger
     */
    Logger logger();

    /**
     * Every market known, in the order in which they became known.
     *
     * @return a copy
     */
    List<Market> markets();

    /**
     * One market.
     *
     * @param id which
     * @return absent if it is not known
     */
    Optional<Market> market(MarketId id);

    /**
     * The market an instrument belongs to.
     *
     * @param instrument which
     * @return absent if it is not known
     */
    Optional<Market> marketOf(InstrumentId instrument);

    /**
     * An instrument's book.
     *
     * @param instrument which
     * @return an empty, untrusted book if nothing was heard of it
     */
    OrderBook book(InstrumentId instrument);

    /**
     * Sends an order. Risk rules are asked at once: the answer shows whether it was denied, or made smaller. Everything
     * later comes through {@link Strategy#onOrder}.
     *
     * @param request what is wanted
     * @return the order, pending or denied
     */
    Order submit(OrderRequest request);

    /**
     * Asks to cancel an own order. It can still fill until the venue says it is closed.
     *
     * @param order which; ignored if it is not open
     */
    void cancel(ClientOrderId order);

    /**
     * Puts another order in the place of an open one: the old one is cancelled, and once it is known how much of it had matched,
     * the new one is submitted for what is left of its size. Never are both at the venue. Nothing is submitted if nothing is
     * left; a second call for the same order counts instead of the first; an order that is not open any more is replaced at
     * once. The new order is told through {@link Strategy#onOrder} like any other.
     *
     * @param order which
     * @param replacement what is wanted in all, of the same instrument and side, sized in shares; what the old order matches
     *     after this call counts towards it
     * @throws IllegalArgumentException if the order is not this strategy's, or the replacement trades something else, spends
     *     an amount of cash or leaves its size open
     */
    void replace(ClientOrderId order, OrderRequest replacement);

    /** Asks to cancel every open order of this strategy. */
    void cancelAll();

    /**
     * One own order.
     *
     * @param order which
     * @return absent if it is not one of this strategy's orders of this run
     */
    Optional<Order> order(ClientOrderId order);

    /**
     * The own orders that may still match.
     *
     * @return oldest first
     */
    List<Order> openOrders();

    /**
     * What this strategy holds of an instrument.
     *
     * @param instrument which
     * @return zero quantities if nothing is held
     */
    Position position(InstrumentId instrument);

    /**
     * All this strategy holds, with the account's cash.
     *
     * @return a snapshot
     */
    Portfolio portfolio();

    /**
     * Turns one USD into one share of each outcome, so many times. The end comes through {@link Strategy#onOperation}.
     *
     * @param market whose outcomes
     * @param quantity how many sets
     * @return names the operation
     */
    OperationId split(MarketId market, Quantity quantity);

    /**
     * Turns one share of each outcome into one USD, so many times. Needs confirmed shares. The end comes through
     * {@link Strategy#onOperation}.
     *
     * @param market whose outcomes
     * @param quantity how many sets
     * @return names the operation
     */
    OperationId merge(MarketId market, Quantity quantity);

    /**
     * Turns one share of the second outcome (No) of each of some markets of an event into one share of the first outcome (Yes)
     * of every other market of it, and one USD less than there are markets given, so many times. Needs confirmed shares, an
     * event of which at most one market comes true, and that all its markets are known. Where none may come true, it gives
     * up one USD a set in that case. The end comes through {@link Strategy#onOperation}.
     *
     * @param markets whose second outcomes are given up, all of one event
     * @param quantity how many shares of each
     * @return names the operation
     * @throws IllegalArgumentException if no market is named, or one twice
     */
    OperationId convert(List<MarketId> markets, Quantity quantity);

    /**
     * Calls {@link Strategy#onTimer} later.
     *
     * @param delay from now, zero or more
     * @return names the timer
     */
    TimerId schedule(Duration delay);

    /**
     * Forgets a timer.
     *
     * @param timer which; ignored if it is over
     */
    void cancelTimer(TimerId timer);

    /**
     * What was saved last, by this run or an earlier one.
     *
     * @return absent if nothing was
     */
    Optional<StrategyState> savedState();

    /**
     * Remembers something across restarts. Written to the journal.
     *
     * @param state replaces what was saved before
     */
    void saveState(StrategyState state);
}
