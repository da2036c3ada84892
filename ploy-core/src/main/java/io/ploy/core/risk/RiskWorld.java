package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Allowance;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.performance.Performance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the gates must know beyond the portfolio. Called on the engine thread; every method returns at once. */
public interface RiskWorld {
    /** A figure that is not known. */
    long UNKNOWN = Long.MIN_VALUE;

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
     * The account's open orders.
     *
     * @return always the same view
     */
    OwnOrders orders();

    /**
     * When the books were last compared with the venue.
     *
     * @return null where nothing is compared
     */
    @Nullable
    Instant comparedAt();

    /**
     * When a market was last read from the venue.
     *
     * @param market which
     * @return null where markets are not read again and again
     */
    @Nullable
    Instant readAt(MarketId market);

    /**
     * How far our clock is from the venue's, at least.
     *
     * @return nanoseconds, not negative; 0 where the venue states no time; {@link #UNKNOWN} if it states one that was not read
     *     lately
     */
    long clockSkewNanos();

    /**
     * What keeps the account from trading, as far as somebody looked.
     *
     * @param maxAgeNanos how long ago that may have been
     * @return in words, or null if nothing does or nobody ever looks
     */
    @Nullable
    String accountProblem(long maxAgeNanos);

    /**
     * What a strategy won or lost since it began.
     *
     * @param strategy which
     * @return micros of a USD, negative for a loss; {@link #UNKNOWN} if it is not known
     */
    long profit(String strategy);

    /**
     * How far a strategy is below its peak.
     *
     * @param strategy which
     * @return micros of a USD, 0 or more; {@link #UNKNOWN} if it is not known
     */
    long drawdown(String strategy);

    /**
     * Whether this process may still act for the account.
     *
     * @return false once another process took over
     */
    boolean mayAct();

    /**
     * Time that passes, to see how long a guest takes.
     *
     * @return nanoseconds from any start; always the same where time is not real
     */
    long ticks();

    /**
     * A rule of a guest failed, and refuses orders from now on.
     *
     * @param rule its name
     * @param problem what it did
     */
    void ruleFailed(String rule, String problem);

    /**
     * Profit of the day, drawdown and losing streaks.
     *
     * @return null before trading began
     */
    @Nullable
    Performance performance();

    /**
     * The domain a strategy's losses count in.
     *
     * @param strategy which
     * @return such as {@code crypto}
     */
    String domainOf(String strategy);

    /**
     * The most severe trading state of everything an order belongs to.
     *
     * @param strategy whose order
     * @param market in which market
     * @return active where nothing is set
     */
    TradingState state(String strategy, Market market);

    /**
     * Why that is so.
     *
     * @param strategy whose order
     * @param market in which market
     * @return in words, for people
     */
    String causes(String strategy, Market market);

    /**
     * Whether a person paused a strategy, or anything else its orders in a market belong to.
     *
     * @param strategy which
     * @param market where
     * @return true while its own orders are refused
     */
    boolean isPaused(String strategy, Market market);

    /**
     * Whether the way to the venue lets an order through.
     *
     * @param notional what it is worth at its limit
     * @param reducing whether it reduces
     * @return false while the venue does not answer
     */
    boolean admits(Cash notional, boolean reducing);

    /**
     * What the venue may take of the account for orders in an instrument.
     *
     * @param instrument one of a known market
     * @return as last read; not stated where nothing is known
     */
    Allowance allowance(InstrumentId instrument);

    /**
     * What the account is worth.
     *
     * @return cash with what the shares can be sold for
     */
    Cash equity();
}
