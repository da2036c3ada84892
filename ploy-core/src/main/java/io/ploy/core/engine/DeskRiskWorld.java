package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Allowance;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.risk.OwnOrders;
import io.ploy.core.risk.RiskWorld;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the risk rules look at. */
final class DeskRiskWorld implements RiskWorld {
    private final Books books;
    private final OwnOrders own;
    private final Scribe journal;
    private final Predicate<String> stopped;
    private final Means engine;
    private final Clock clock;

    /** What the engine knows beyond its books. */
    interface Means {
        boolean mayAct();

        @Nullable
        Instant comparedAt();

        @Nullable
        Instant readAt(MarketId market);

        long ticks();

        RiskDesk risk();

        void ruleFailed(String rule, String problem);
    }

    DeskRiskWorld(
            Books books, OrderLedger ledger, Scribe journal, Predicate<String> stopped, Means engine, Clock clock) {
        this.books = books;
        own = new LedgerOrders(ledger);
        this.journal = journal;
        this.stopped = stopped;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public @Nullable Market marketOf(InstrumentId instrument) {
        return books.markets().marketOf(instrument);
    }

    @Override
    public OrderBook book(InstrumentId instrument) {
        return books.markets().book(instrument);
    }

    @Override
    public boolean journalWritable() {
        return journal.isWritable();
    }

    @Override
    public boolean halted() {
        return books.gate().isHalted();
    }

    @Override
    public String haltCause() {
        return books.gate().cause();
    }

    @Override
    public boolean strategyStopped(String strategy) {
        return stopped.test(strategy);
    }

    @Override
    public OwnOrders orders() {
        return own;
    }

    @Override
    public @Nullable Instant comparedAt() {
        return engine.comparedAt();
    }

    @Override
    public @Nullable Instant readAt(MarketId market) {
        return engine.readAt(market);
    }

    @Override
    public long clockSkewNanos() {
        return engine.risk().clockSkewNanos();
    }

    @Override
    public @Nullable String accountProblem(long maxAgeNanos) {
        return engine.risk().standing().problem(clock.instant(), maxAgeNanos);
    }

    @Override
    public long profit(String strategy) {
        Performance performance = engine.risk().performance();
        return performance == null ? UNKNOWN : performance.profit(strategy, clock.instant());
    }

    @Override
    public long drawdown(String strategy) {
        Performance performance = engine.risk().performance();
        return performance == null
                ? UNKNOWN
                : performance.drawdown(PerformanceScope.strategy(strategy), clock.instant());
    }

    @Override
    public boolean mayAct() {
        return engine.mayAct();
    }

    @Override
    public long ticks() {
        return engine.ticks();
    }

    @Override
    public void ruleFailed(String rule, String problem) {
        engine.ruleFailed(rule, problem);
    }

    @Override
    public Allowance allowance(InstrumentId instrument) {
        return engine.risk().allowances().of(instrument);
    }

    @Override
    public Cash equity() {
        Performance performance = engine.risk().performance();
        Instant now = clock.instant();
        return performance == null ? books.portfolio().balance().settled() : Cash.ofMicros(performance.equity(now));
    }

    @Override
    public @Nullable Performance performance() {
        return engine.risk().performance();
    }

    @Override
    public String domainOf(String strategy) {
        return engine.risk().domainOf(strategy);
    }

    @Override
    public TradingState state(String strategy, Market market) {
        return engine.risk().state(strategy, market);
    }

    @Override
    public String causes(String strategy, Market market) {
        return engine.risk().causes(strategy, market);
    }

    @Override
    public boolean isPaused(String strategy, Market market) {
        return engine.risk().isPaused(strategy, market);
    }

    @Override
    public boolean admits(Cash notional, boolean reducing) {
        return engine.risk().admits(notional, reducing);
    }

    /** The orders of this engine. */
    private static final class LedgerOrders implements OwnOrders {
        private final OrderLedger ledger;

        LedgerOrders(OrderLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        public int open(String strategy) {
            return ledger.openCount(strategy);
        }

        @Override
        public int open(Market market) {
            return ledger.openCount(market.first().instrument())
                    + ledger.openCount(market.second().instrument());
        }

        @Override
        public int open() {
            return ledger.openCount();
        }

        @Override
        public boolean unknown(String strategy, Market market) {
            return ledger.hasUnknown(strategy, market::has);
        }

        @Override
        public int unknown() {
            return ledger.unknownCount();
        }

        @Override
        public long bestBidMicros(InstrumentId instrument) {
            return ledger.bestOwnMicros(instrument, Side.BUY);
        }

        @Override
        public long bestAskMicros(InstrumentId instrument) {
            return ledger.bestOwnMicros(instrument, Side.SELL);
        }
    }
}
