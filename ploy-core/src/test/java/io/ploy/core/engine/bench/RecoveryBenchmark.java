package io.ploy.core.engine.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.sim.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long an engine takes to know again what a million records of its journal say: orders that were filled and settled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class RecoveryBenchmark {
    private static final long RECORDS = 1_000_000;

    private Path folder;

    /** Writes the journal. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("recovery-bench");
        JournalStore journal = SegmentJournal.open(folder);
        Ploy ploy = engine(journal);
        ploy.start();
        BenchMarket.open(ploy);
        while (journal.lastSequence() < RECORDS) {
            for (int i = 0; i < 100; i++) {
                ploy.onMarketEvent(BenchMarket.CHANGE);
            }
            journal.flush(Duration.ofSeconds(60));
        }
        ploy.close();
    }

    private static Ploy engine(JournalStore journal) {
        return Ploy.builder(new AccountId("bench"), new FillingGateway())
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .timeline(new Timeline(BenchMarket.START))
                .strategy(new InAndOut(), Map.of())
                .build();
    }

    /** Removes the journal. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** From a folder to an engine that knows everything. */
    @Benchmark
    public Cash recover() {
        try (JournalStore journal = SegmentJournal.open(folder)) {
            return engine(journal).portfolio().balance().settled();
        }
    }

    /** Reading and checking the records alone. */
    @Benchmark
    public long read() {
        long[] count = new long[1];
        try (JournalStore journal = SegmentJournal.open(folder)) {
            journal.replay((sequence, at, record) -> count[0]++);
        }
        return count[0];
    }

    /** Buys ten shares when it has none, else sells them. */
    private static final class InAndOut implements StrategyFactory {
        @Override
        public String name() {
            return "in-and-out";
        }

        @Override
        public Strategy create(StrategyContext context) {
            Quantity ten = Quantity.ofShares(10);
            return book -> {
                boolean flat = context.position(BenchMarket.UP).confirmed().isZero();
                context.submit((flat
                                ? OrderRequest.buy(BenchMarket.UP, ten, Price.parse("0.51"))
                                : OrderRequest.sell(BenchMarket.UP, ten, Price.parse("0.50")))
                        .fillAndKill());
            };
        }
    }

    /** Fills every order at its limit, and settles it at once. */
    private static final class FillingGateway implements OrderGateway {
        private final Map<VenueOrderId, OrderRequest> requests = new HashMap<>();
        private GatewayListener listener;
        private long orders;

        @Override
        public void start(GatewayListener connected) {
            listener = connected;
        }

        @Override
        public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
            VenueOrderId name = new VenueOrderId("order-" + ++orders);
            requests.put(name, draft.request());
            return new PreparedOrder(draft.id(), name, doNotSendAfter, new byte[600]);
        }

        @Override
        public void send(PreparedOrder order) {
            VenueOrderId name = order.venueOrderId();
            OrderRequest request = requests.remove(name);
            listener.onEvidence(new OrderEvidence(
                    name, OrderEvidence.Kind.MATCHED, request.sharesAtLimit(), "", BenchMarket.START));
            fill(name, request, SettlementStatus.MATCHED);
            fill(name, request, SettlementStatus.CONFIRMED);
        }

        private void fill(VenueOrderId name, OrderRequest request, SettlementStatus status) {
            listener.onFill(new FillReport(
                    new FillId("trade-" + name.value(), 0, name, LiquidityRole.TAKER),
                    request.instrument(),
                    request.side(),
                    request.limit(),
                    request.sharesAtLimit(),
                    Cash.ZERO,
                    status,
                    BenchMarket.START,
                    BenchMarket.START));
        }

        @Override
        public void cancel(VenueOrderId order) {}

        @Override
        public void cancelAll() {}

        @Override
        public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {}

        @Override
        public void sweep(Instant since) {}

        @Override
        public void close() {}
    }
}
