package io.ploy.core.risk.bench;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent.BookSnapshot;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Allowance;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.book.LadderBook;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceSettings;
import io.ploy.core.performance.PerformanceSources;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.Domains;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.OwnOrders;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskPipeline;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.risk.RiskWorld;
import io.ploy.core.sizing.FractionalKelly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One order through every gate, reserved and released again, in 200 markets of 50 events that exclude each other, with a
 * position in each. Goal: at most three microseconds with 1,000 open orders and 200 positions, and no more after many orders
 * than after few.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class RiskBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
    private static final long NOW_NANOS = NOW.getEpochSecond() * 1_000_000_000L;
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final int MARKETS = 200;
    private static final int IN_AN_EVENT = 4;

    @Param({"0", "1000"})
    private int openOrders;

    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<InstrumentId, OrderBook> books = new HashMap<>();
    private final List<OrderRequest> requests = new ArrayList<>();
    private final PortfolioLedger portfolio = new PortfolioLedger(ACCOUNT, markets::get, Domains.USUAL);
    private final Performance performance = new Performance(
            PerformanceSettings.usual(),
            new PerformanceSources(portfolio, books::get, markets::get, name -> "crypto"),
            change -> {});
    private final RiskPipeline pipeline = new RiskPipeline(sized(wide()), portfolio, new World(), List.of());
    private final RiskPipeline tight = new RiskPipeline(
            sized(wide().toBuilder()
                    .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(2))
                    .build()),
            portfolio,
            new World(),
            List.of());
    private long next;

    /** Every gate does all of its work, and none refuses. */
    private static RiskLimits wide() {
        RiskLimits.Builder limits = RiskLimits.builder();
        for (Limit limit : Limit.values()) {
            if (limit.parameter().defaultValue() instanceof Cash) {
                limits.set(limit, Cash.ofUsd(1_000_000));
            }
        }
        return limits.set(Limit.CASH_FLOOR, Cash.ofUsd(10))
                .set(Limit.MAX_OPEN_MARKETS, 10_000)
                .set(Limit.MAX_ORDERS_PER_SECOND, 100_000)
                .set(Limit.MAX_ACCOUNT_ORDERS_PER_SECOND, 100_000)
                .set(Limit.DUPLICATE_WINDOW, Duration.ofMillis(1))
                .without(Limit.MAX_BOOK_AGE)
                .build();
    }

    private static RiskSettings sized(RiskLimits limits) {
        return RiskSettings.USUAL.withLimits(limits).withSizing(Map.of("s", FractionalKelly.DEFAULT));
    }

    /** Opens the orders. */
    @Setup
    public void open() {
        portfolio.deposit(Cash.ofUsd(1_000_000));
        for (int i = 0; i < MARKETS; i++) {
            Market market = Market.builder(
                            new MarketId("polymarket", "0x" + "ab12".repeat(15) + i),
                            new Outcome("Yes", new InstrumentId("polymarket", "7190342".repeat(10) + i)),
                            new Outcome("No", new InstrumentId("polymarket", "9203471".repeat(10) + i)),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.takerRate("0.07"))
                                    .build())
                    .event(new Event(
                            new EventId("polymarket", "e" + i / IN_AN_EVENT),
                            "",
                            EventStructure.EXCLUSIVE,
                            IN_AN_EVENT,
                            List.of("crypto")))
                    .build();
            add(market, market.first().instrument());
            add(market, market.second().instrument());
        }
        for (int i = 0; i < MARKETS; i++) {
            portfolio.hold("s", requests.get(2 * i).instrument(), Quantity.ofShares(20), Cash.ofUsd(8));
        }
        performance.begin(NOW);
        for (int i = 0; i < openOrders; i++) {
            OrderRequest request = requests.get(i % requests.size());
            portfolio.reserve(new ClientOrderId(ACCOUNT, 1, ++next), "s", request, markets.get(request.instrument()));
        }
    }

    private void add(Market market, InstrumentId instrument) {
        // Its own copy of the id, as it comes from a message: equal, not the same.
        InstrumentId copy = new InstrumentId(
                instrument.venue(), new String(instrument.symbol().toCharArray()));
        LadderBook book = new LadderBook(instrument, TickSize.CENT);
        book.snapshot(
                new BookSnapshot(
                        NOW,
                        instrument,
                        TickSize.CENT,
                        List.of(new BookLevel(Price.parse("0.44"), Quantity.ofShares(100))),
                        List.of(new BookLevel(Price.parse("0.46"), Quantity.ofShares(100)))),
                NOW_NANOS);
        markets.put(instrument, market);
        books.put(instrument, book);
        requests.add(OrderRequest.buy(copy, Quantity.parse("7.5"), Price.parse("0.45"))
                .believing(Belief.of(Price.parse("0.60"))));
    }

    /** Allowed as it is. */
    @Benchmark
    public RiskAudit allowed() {
        return judge(pipeline);
    }

    /** Made smaller on the way and then found too small. */
    @Benchmark
    public RiskAudit shrunkAndRefused() {
        return judge(tight);
    }

    private RiskAudit judge(RiskPipeline judging) {
        ClientOrderId id = new ClientOrderId(ACCOUNT, 1, ++next);
        RiskAudit audit = judging.evaluate(id, "s", requests.get((int) (next % requests.size())), NOW.plusMillis(next));
        portfolio.release(id);
        return audit;
    }

    private final class World implements RiskWorld, OwnOrders {
        @Override
        public @Nullable Market marketOf(InstrumentId instrument) {
            return markets.get(instrument);
        }

        @Override
        public OrderBook book(InstrumentId instrument) {
            return books.get(instrument);
        }

        @Override
        public boolean journalWritable() {
            return true;
        }

        @Override
        public boolean halted() {
            return false;
        }

        @Override
        public String haltCause() {
            return "";
        }

        @Override
        public boolean strategyStopped(String strategy) {
            return false;
        }

        @Override
        public OwnOrders orders() {
            return this;
        }

        @Override
        public @Nullable Instant comparedAt() {
            return NOW;
        }

        @Override
        public @Nullable Instant readAt(MarketId market) {
            return NOW;
        }

        @Override
        public long clockSkewNanos() {
            return 0;
        }

        @Override
        public @Nullable String accountProblem(long maxAgeNanos) {
            return null;
        }

        @Override
        public Allowance allowance(InstrumentId instrument) {
            return Allowance.NOT_STATED;
        }

        @Override
        public long profit(String strategy) {
            return 0;
        }

        @Override
        public long drawdown(String strategy) {
            return 0;
        }

        @Override
        public boolean mayAct() {
            return true;
        }

        @Override
        public long ticks() {
            return 0;
        }

        @Override
        public void ruleFailed(String rule, String problem) {}

        @Override
        public @Nullable Performance performance() {
            return performance;
        }

        @Override
        public String domainOf(String strategy) {
            return "crypto";
        }

        @Override
        public TradingState state(String strategy, Market market) {
            return TradingState.ACTIVE;
        }

        @Override
        public String causes(String strategy, Market market) {
            return "";
        }

        @Override
        public boolean isPaused(String strategy, Market market) {
            return false;
        }

        @Override
        public boolean admits(Cash notional, boolean reducing) {
            return true;
        }

        @Override
        public Cash equity() {
            return Cash.ofUsd(1_000_000);
        }

        @Override
        public int open(String strategy) {
            return 0;
        }

        @Override
        public int open(Market market) {
            return 0;
        }

        @Override
        public int open() {
            return openOrders;
        }

        @Override
        public boolean unknown(String strategy, Market market) {
            return false;
        }

        @Override
        public int unknown() {
            return 0;
        }

        @Override
        public long bestBidMicros(InstrumentId instrument) {
            return OrderBook.NONE;
        }

        @Override
        public long bestAskMicros(InstrumentId instrument) {
            return OrderBook.NONE;
        }
    }
}
