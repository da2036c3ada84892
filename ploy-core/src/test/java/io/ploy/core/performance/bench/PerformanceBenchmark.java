package io.ploy.core.performance.bench;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.core.book.LadderBook;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.PerformanceSettings;
import io.ploy.core.performance.PerformanceSources;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * What the gates ask for each order, and what a change of a held book costs. Goal: neither depends on how much is held;
 * the six questions of an order take a fifth of a microsecond and allocate nothing, a change takes about a microsecond.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PerformanceBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
    private static final Cash LIMIT = Cash.ofUsd(50);
    private static final PerformanceScope STRATEGY = PerformanceScope.strategy("s");
    private static final PerformanceScope DOMAIN = PerformanceScope.domain("crypto");

    @Param({"1", "200"})
    private int held;

    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<InstrumentId, LadderBook> books = new HashMap<>();
    private final List<InstrumentId> instruments = new ArrayList<>();
    private final PortfolioLedger ledger = new PortfolioLedger(new AccountId("main"), markets::get);
    private final Performance performance = new Performance(
            PerformanceSettings.usual(),
            new PerformanceSources(ledger, books::get, markets::get, name -> "crypto"),
            change -> {});
    private int next;

    /** Opens the positions. */
    @Setup
    public void open() {
        ledger.deposit(Cash.ofUsd(1_000_000));
        for (int i = 0; i < held; i++) {
            Market market = Market.builder(
                            new MarketId("polymarket", "0x" + "ab12".repeat(15) + i),
                            new Outcome("Yes", new InstrumentId("polymarket", "7190342".repeat(10) + i)),
                            new Outcome("No", new InstrumentId("polymarket", "9203471".repeat(10) + i)),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.takerRate("0.07"))
                                    .build())
                    .build();
            InstrumentId instrument = market.first().instrument();
            LadderBook book = new LadderBook(instrument, TickSize.CENT);
            book.snapshotBegin(TickSize.CENT);
            book.set(BookSide.BIDS, 440_000, 500_000_000, 1);
            book.snapshotEnd(1);
            markets.put(instrument, market);
            books.put(instrument, book);
            instruments.add(instrument);
            ledger.hold("s", instrument, Quantity.ofShares(10), Cash.ofUsd(4));
        }
        performance.begin(NOW);
    }

    /** Day loss in three scopes, drawdown in two, the streak. */
    @Benchmark
    public long asked() {
        return performance.dayLossHeadRoom(STRATEGY, LIMIT, NOW)
                + performance.dayLossHeadRoom(DOMAIN, LIMIT, NOW)
                + performance.dayLossHeadRoom(PerformanceScope.ACCOUNT, LIMIT, NOW)
                + performance.drawdown(STRATEGY, NOW)
                + performance.drawdown(PerformanceScope.ACCOUNT, NOW)
                + performance.lossStreak("s");
    }

    /** The best bid of one holding moves. */
    @Benchmark
    public void bookChanged() {
        InstrumentId instrument = instruments.get(next++ % held);
        LadderBook book = books.get(instrument);
        if (book != null) {
            book.set(BookSide.BIDS, 440_000, 500_000_000L + (next & 1), 1);
            performance.bookChanged(instrument, NOW);
        }
    }
}
