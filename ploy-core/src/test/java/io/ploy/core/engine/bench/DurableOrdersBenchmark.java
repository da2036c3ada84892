package io.ploy.core.engine.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.Roomy;
import io.ploy.core.sim.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a live engine, with its threads, takes to make ten thousand orders durable and hand them over one by one, while it
 * takes in as many book updates: one order for each update.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class DurableOrdersBenchmark {
    private static final int ORDERS = 10_000;
    private static final int WAITING = 500;

    /** Where records go. */
    @Param({"memory", "segments", "sqlite"})
    public String store;

    private Path folder;
    private JournalStore journal;
    private RefusingGateway gateway;
    private Ploy ploy;

    /** Starts an engine that takes orders. */
    @Setup(Level.Iteration)
    public void start() throws IOException {
        folder = Files.createTempDirectory("orders-bench");
        journal = switch (store) {
            case "segments" -> SegmentJournal.open(folder);
            case "sqlite" ->
                SqlJournal.open(
                        SqlDatabase.sqlite(folder.resolve("ploy.db"), Duration.ofSeconds(10)),
                        SqlJournal.Settings.defaults("bench", System::nanoTime));
            default -> new InMemoryJournal();
        };
        gateway = new RefusingGateway();
        ploy = Ploy.builder(new AccountId("bench"), gateway)
                .openingCash(Cash.ofUsd(1_000_000))
                .risk(Roomy.settings()
                        .withLimits(Roomy.limits().toBuilder()
                                .set(Limit.MAX_POSITION, Quantity.ofShares(1_000_000))
                                .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(1_000_000))
                                .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(1_000_000))
                                .set(Limit.MAX_OPEN_ORDERS, 10_000)
                                .build()))
                .journal(journal)
                .timelineWithThreads(new Timeline(BenchMarket.START))
                .strategy(new OneForEach(), Map.of())
                .build();
        ploy.start();
        BenchMarket.open(ploy);
    }

    /** Stops it and removes what it wrote. */
    @TearDown(Level.Iteration)
    public void stop() throws IOException {
        ploy.close();
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

    /** Every order handed over. */
    @Benchmark
    public long orders() {
        long before = gateway.sent.get();
        for (int i = 0; i < ORDERS; i++) {
            // As a feed that is as fast as the engine: what waits is bounded.
            await(before + i - WAITING);
            ploy.onMarketEvent(BenchMarket.CHANGE);
        }
        await(before + ORDERS);
        return journal.lastSequence();
    }

    private void await(long sent) {
        while (gateway.sent.get() < sent) {
            Thread.onSpinWait();
        }
    }

    /** Submits an order for each update. */
    private static final class OneForEach implements StrategyFactory {
        @Override
        public String name() {
            return "one-for-each";
        }

        @Override
        public Strategy create(StrategyContext context) {
            OrderRequest request = OrderRequest.buy(BenchMarket.UP, Quantity.ofShares(10), Price.parse("0.51"));
            return book -> context.submit(request.fillAndKill());
        }
    }

    /** Refuses every order when it is handed over. */
    private static final class RefusingGateway implements OrderGateway {
        private final AtomicLong orders = new AtomicLong();
        private final AtomicLong sent = new AtomicLong();
        private GatewayListener listener;

        @Override
        public void start(GatewayListener connected) {
            listener = connected;
        }

        @Override
        public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
            return new PreparedOrder(
                    draft.id(), new VenueOrderId("order-" + orders.incrementAndGet()), doNotSendAfter, new byte[600]);
        }

        @Override
        public void send(PreparedOrder order) {
            sent.incrementAndGet();
            listener.onEvidence(
                    OrderEvidence.of(order.venueOrderId(), OrderEvidence.Kind.REFUSED, "", BenchMarket.START));
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
