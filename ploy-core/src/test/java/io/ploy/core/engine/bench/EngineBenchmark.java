package io.ploy.core.engine.bench;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.DigestJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an event costs inside the engine, beside the same change to a tree map in the same run: a book update nobody trades
 * on, and one that a strategy answers with an order that goes through risk, ledger, journal and gateway and is refused there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class EngineBenchmark {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("bench", "up");
    private static final InstrumentId DOWN = new InstrumentId("bench", "down");

    private final MarketEvent[] updates = new MarketEvent[1024];
    private final TreeMap<Price, Quantity> tree = new TreeMap<>();
    private Ploy quiet;
    private Ploy trading;
    private Ploy unwritten;
    private int next;

    /** Builds two engines with one book each. */
    @Setup(Level.Iteration)
    public void setUp() {
        quiet = engine(book -> {}, "quiet", new DigestJournal());
        trading = engine(null, "trading", new DigestJournal());
        unwritten = engine(null, "unwritten", new NoJournal());
        for (int i = 0; i < updates.length; i++) {
            Price price = Price.ofMicros((30 + i % 15) * 10_000L);
            updates[i] = new MarketEvent.BookChanged(
                    START, UP, List.of(new LevelChange(BookSide.BIDS, price, Quantity.ofShares(50 + i % 7))));
        }
    }

    private static Ploy engine(Strategy fixed, String name, JournalStore journal) {
        StrategyFactory factory = new StrategyFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Strategy create(StrategyContext context) {
                OrderRequest request = OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.52"));
                return fixed != null ? fixed : book -> context.submit(request);
            }
        };
        Ploy ploy = Ploy.builder(new AccountId("bench"), new RefusingGateway())
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .timeline(new Timeline(START))
                .strategy(factory, Map.of())
                .build();
        ploy.start();
        Market market = Market.builder(
                        new MarketId("bench", "market"),
                        new Outcome("Up", UP),
                        new Outcome("Down", DOWN),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.07"))
                                .build())
                .build();
        ploy.onMarketEvent(new MarketEvent.MarketChanged(START, market));
        ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                START,
                UP,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.47"), Quantity.ofShares(100))),
                List.of(new BookLevel(Price.parse("0.52"), Quantity.ofShares(100)))));
        return ploy;
    }

    /** A book update that no strategy answers. */
    @Benchmark
    public void bookUpdate() {
        quiet.onMarketEvent(updates[next++ & 1023]);
    }

    /** A book update answered by an order, refused by the venue: book, strategy, risk, ledger, journal, ledger. */
    @Benchmark
    public void roundTrip() {
        trading.onMarketEvent(updates[next++ & 1023]);
    }

    /** The same without a journal: what the trading logic alone costs. */
    @Benchmark
    public void roundTripWithoutJournal() {
        unwritten.onMarketEvent(updates[next++ & 1023]);
    }

    /** The baseline: the same change to a tree map of the same values, and the best price. */
    @Benchmark
    public Price treeMap() {
        MarketEvent.BookChanged update = (MarketEvent.BookChanged) updates[next++ & 1023];
        for (LevelChange change : update.changes()) {
            tree.put(change.price(), change.size());
        }
        return tree.lastKey();
    }

    /** Keeps nothing. */
    private static final class NoJournal implements JournalStore {
        private long last;

        @Override
        public long append(JournalRecord record, Instant at) {
            return ++last;
        }

        @Override
        public void whenDurable(long sequence, Runnable action) {
            action.run();
        }

        @Override
        public long durableSequence() {
            return last;
        }

        @Override
        public long lastSequence() {
            return last;
        }

        @Override
        public boolean isWritable() {
            return true;
        }

        @Override
        public String problem() {
            return "";
        }

        @Override
        public void replay(JournalVisitor visitor) {
            // Nothing was kept.
        }

        @Override
        public void flush(Duration timeout) {
            // Nothing was kept.
        }

        @Override
        public void close() {
            last = 0;
        }
    }

    /** Answers every order with a refusal at once, so that no state grows. */
    private static final class RefusingGateway implements OrderGateway {
        private GatewayListener listener;
        private long sent;

        @Override
        public void start(GatewayListener connected) {
            listener = connected;
        }

        @Override
        public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
            return new PreparedOrder(draft.id(), new VenueOrderId("order-" + ++sent), doNotSendAfter, new byte[64]);
        }

        @Override
        public void send(PreparedOrder order) {
            listener.onEvidence(OrderEvidence.of(order.venueOrderId(), OrderEvidence.Kind.REFUSED, "benchmark", START));
        }

        @Override
        public void cancel(VenueOrderId order) {
            listener.onCancelAnswer(new CancelAnswer(order, CancelAnswer.Outcome.REFUSED, "benchmark", START));
        }

        @Override
        public void cancelAll() {
            // Nothing rests.
        }

        @Override
        public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
            listener.onLookedUp(new LookUp(order, LookUp.Result.MISSING, START, START, "benchmark"));
        }

        @Override
        public void sweep(Instant since) {
            listener.onSwept(new Sweep(since, Set.of(), true, START, START, ""));
        }

        @Override
        public void close() {
            sent = 0;
        }
    }
}
