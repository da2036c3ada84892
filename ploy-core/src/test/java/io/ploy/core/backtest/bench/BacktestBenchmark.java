package io.ploy.core.backtest.bench;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.backtest.Backtest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Book changes through a whole backtest (merging, time line, recorded venue, engine, a strategy that looks at every book),
 * beside the same changes put into two tree maps in the same run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(2)
public class BacktestBenchmark {
    private static final int EVENTS = 500_000;
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("bench", "up");
    private static final InstrumentId DOWN = new InstrumentId("bench", "down");

    private final MarketEvent[] events = new MarketEvent[EVENTS + 3];
    private Path file;
    private long looked;

    /** Makes the events: a market, two books, and changes of both outcomes in turn, a millisecond apart. */
    @Setup
    public void setUp() throws IOException {
        file = Files.createTempFile("bench", ".memory");
        Market market = Market.builder(
                        new MarketId("bench", "market"),
                        new Outcome("Up", UP),
                        new Outcome("Down", DOWN),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.07"))
                                .build())
                .build();
        events[0] = new MarketEvent.MarketChanged(START, market);
        events[1] = snapshot(UP);
        events[2] = snapshot(DOWN);
        for (int i = 0; i < EVENTS; i++) {
            Price price = Price.ofMicros((30 + i % 15) * 10_000L);
            events[i + 3] = new MarketEvent.BookChanged(
                    START.plusMillis(i),
                    i % 2 == 0 ? UP : DOWN,
                    List.of(new LevelChange(BookSide.BIDS, price, Quantity.ofShares(50 + i % 7))));
        }
    }

    private static MarketEvent snapshot(InstrumentId instrument) {
        return new MarketEvent.BookSnapshot(
                START,
                instrument,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.47"), Quantity.ofShares(100))),
                List.of(new BookLevel(Price.parse("0.52"), Quantity.ofShares(100))));
    }

    /** Events a second through a backtest. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long backtest() {
        return Backtest.builder(new Looker())
                .formats(List.of(new Memory()))
                .data(file)
                .build()
                .run((read, total, count, at) -> {})
                .marketEvents();
    }

    /** The baseline: the same changes into a tree map for each outcome, and its best price. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long treeMaps() {
        TreeMap<Price, Quantity> up = new TreeMap<>();
        TreeMap<Price, Quantity> down = new TreeMap<>();
        long sum = 0;
        for (int i = 3; i < events.length; i++) {
            MarketEvent.BookChanged changed = (MarketEvent.BookChanged) events[i];
            TreeMap<Price, Quantity> book = changed.instrument().equals(UP) ? up : down;
            for (LevelChange change : changed.changes()) {
                book.put(change.price(), change.size());
            }
            sum += book.lastKey().micros();
        }
        return sum;
    }

    private final class Looker implements StrategyFactory {
        @Override
        public String name() {
            return "looker";
        }

        @Override
        public Strategy create(StrategyContext context) {
            return book -> looked += book.bestBidMicros() + book.bestAskMicros();
        }
    }

    private final class Memory implements RecordingFormat {
        @Override
        public String name() {
            return "memory";
        }

        @Override
        public String description() {
            return "events made by the benchmark";
        }

        @Override
        public boolean accepts(Path candidate) {
            return true;
        }

        @Override
        public Recording open(Path candidate, RecordingProblems problems) {
            return new Recording() {
                private int next;

                @Override
                public Optional<MarketEvent> next() {
                    return next == events.length ? Optional.empty() : Optional.of(events[next++]);
                }

                @Override
                public long bytesRead() {
                    return next;
                }

                @Override
                public RecordingStatistics statistics() {
                    return RecordingStatistics.NONE;
                }

                @Override
                public void close() {
                    next = events.length;
                }
            };
        }
    }
}
