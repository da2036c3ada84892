package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flush that does not end holds up the orders that wait for it, and nothing else. */
class EngineOnStalledDiskTest {
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final Duration STALL = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Timeline timeline = new Timeline(Instant.parse("2026-01-01T12:00:00Z"));
    private final SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.usual());
    private final FaultyDisk disk = new FaultyDisk();
    private final AtomicLong books = new AtomicLong();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private volatile boolean wanted;
    private volatile boolean unwanted;

    @Test
    void marketDataGoesOnAndOrdersAreHeldWhileTheDiskStalls() {
        exchange.openAccount(ACCOUNT, Cash.ofUsd(1_000));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(7, WorldShape.DUMP)).begin();
        SegmentJournal journal = SegmentJournal.open(folder, SegmentJournal.Settings.defaults(System::nanoTime), disk);
        try (Ploy ploy = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .timelineWithThreads(timeline)
                .strategy(new OneBid(), Map.of())
                .build()) {
            ploy.start();
            ploy.advanceTo(timeline.now().plusSeconds(2));
            journal.flush(Duration.ofSeconds(20));
            Runnable goOn = disk.hold();
            wanted = true;
            long before = books.get();

            moveWithoutWaiting(STALL);

            await().atMost(Duration.ofSeconds(20)).until(() -> books.get() > before + 20);
            assertThat(orders).hasSize(1);
            assertThat(exchange.openOrders(ACCOUNT)).isEmpty();
            assertThat(ploy.openOrders())
                    .singleElement()
                    .satisfies(order -> assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.PENDING_NEW));

            goOn.run();
            ploy.advanceTo(timeline.now().plusSeconds(2));

            assertThat(exchange.openOrders(ACCOUNT)).hasSize(1);
            assertThat(ploy.openOrders())
                    .singleElement()
                    .satisfies(order -> assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.LIVE));
        }
    }

    @Test
    void cancelsLeaveWhileTheDiskStalls() {
        exchange.openAccount(ACCOUNT, Cash.ofUsd(1_000));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(7, WorldShape.DUMP)).begin();
        SegmentJournal journal = SegmentJournal.open(folder, SegmentJournal.Settings.defaults(System::nanoTime), disk);
        try (Ploy ploy = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .timelineWithThreads(timeline)
                .strategy(new OneBid(), Map.of())
                .build()) {
            ploy.start();
            wanted = true;
            ploy.advanceTo(timeline.now().plusSeconds(3));
            assertThat(exchange.openOrders(ACCOUNT)).hasSize(1);
            journal.flush(Duration.ofSeconds(20));
            Runnable goOn = disk.hold();
            unwanted = true;

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                moveWithoutWaiting(Duration.ofMillis(100));
                return exchange.openOrders(ACCOUNT).isEmpty();
            });
            goOn.run();
        }
    }

    /** As real time passes, whether or not the engine comes to rest. */
    private void moveWithoutWaiting(Duration duration) {
        timeline.runUntil(timeline.now().plus(duration));
    }

    /** Bids once, low, when told to, and cancels when told to. */
    private final class OneBid implements StrategyFactory {
        @Override
        public String name() {
            return "one-bid";
        }

        @Override
        public Strategy create(StrategyContext context) {
            return book -> {
                books.incrementAndGet();
                if (wanted && orders.isEmpty()) {
                    orders.add(context.submit(
                            OrderRequest.buy(book.instrument(), Quantity.ofShares(10), Price.parse("0.02"))));
                }
                if (unwanted) {
                    context.cancelAll();
                }
            };
        }
    }
}
