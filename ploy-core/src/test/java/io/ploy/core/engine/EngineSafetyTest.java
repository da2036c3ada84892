package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.StrategyState;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSafetyTest {
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void aStrategyThatThrowsIsStoppedAndItsOrdersAreCancelledWhileOthersGoOn() {
        AtomicReference<Integer> others = new AtomicReference<>(0);
        StrategyFactory failing = named("failing", context -> new Strategy() {
            private boolean rested;

            @Override
            public void onBook(OrderBook book) {
                if (rested) {
                    throw new IllegalStateException("planted");
                }
                context.submit(OrderRequest.buy(book.instrument(), Quantity.ofShares(10), Price.parse("0.02")));
                rested = true;
            }
        });
        StrategyFactory healthy = named("healthy", context -> book -> others.updateAndGet(count -> count + 1));
        Room room = room(new InMemoryJournal(), failing, healthy);

        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofSeconds(30));

            assertThat(ploy.stoppedStrategies()).containsExactly("failing");
            assertThat(ploy.openOrders()).isEmpty();
            assertThat(others.get()).isGreaterThan(10);
            assertThat(alerts).anyMatch(alert -> alert.code().equals("plugin.suspended"));
        }
    }

    @Test
    void theKillSwitchCancelsEveryOrderAndLetsNoneThroughUntilReleased() {
        AtomicReference<StrategyContext> context = new AtomicReference<>();
        StrategyFactory resting = named("resting", created -> {
            context.set(created);
            return book -> {
                if (created.openOrders().size() < 2) {
                    created.submit(OrderRequest.buy(book.instrument(), Quantity.ofShares(10), Price.parse("0.02")));
                }
            };
        });
        List<Order> denied = new ArrayList<>();
        Room room = room(new InMemoryJournal(), resting).listener(new EngineListener() {
            @Override
            public void onOrder(OrderEvent event) {
                if (event instanceof OrderEvent.Denied refusal && refusal.reason() == RiskReason.TRADING_HALTED) {
                    denied.add(event.order());
                }
            }
        });

        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofSeconds(5));
            assertThat(ploy.openOrders()).hasSize(2);

            ploy.killSwitch().engage("tester", "planted");
            room.run(ploy, Duration.ofSeconds(5));
            assertThat(ploy.openOrders()).isEmpty();
            assertThat(room.exchange.openOrders(Room.ACCOUNT)).isEmpty();
            assertThat(denied).isNotEmpty();

            ploy.killSwitch().release("tester", "over");
            ploy.operator().reset(Scope.ACCOUNT, List.of(Cause.SECOND_STEP), "tester", "go on");
            room.run(ploy, Duration.ofSeconds(5));
            assertThat(ploy.openOrders()).hasSize(2);
        }
    }

    @Test
    void whatAStrategySavedIsThereInTheNextRun(@TempDir Path folder) {
        AtomicReference<String> found = new AtomicReference<>("");
        StrategyFactory remembering = named("remembering", context -> {
            found.set(context.savedState()
                    .map(state -> new String(state.bytes(), StandardCharsets.UTF_8))
                    .orElse("nothing"));
            context.saveState(new StrategyState(1, "remembered".getBytes(StandardCharsets.UTF_8)));
            return book -> {};
        });

        Room first = room(SegmentJournal.open(folder), remembering);
        try (Ploy ploy = first.start()) {
            first.run(ploy, Duration.ofSeconds(1));
        }
        assertThat(found.get()).isEqualTo("nothing");

        Room second = room(SegmentJournal.open(folder), remembering);
        try (Ploy ploy = second.start()) {
            second.run(ploy, Duration.ofSeconds(1));
        }
        assertThat(found.get()).isEqualTo("remembered");
    }

    @Test
    void aStrategyCannotActFromAThreadOfItsOwn() throws InterruptedException {
        AtomicReference<StrategyContext> context = new AtomicReference<>();
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        Room room = room(new InMemoryJournal(), named("escaping", created -> {
            context.set(created);
            return book -> {};
        }));
        room.builder.timelineWithThreads(room.timeline);

        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofSeconds(1));
            Thread thread = new Thread(() -> context.get().cancelAll());
            thread.setUncaughtExceptionHandler((failed, thrown) -> refusal.set(thrown));
            thread.start();
            thread.join();
        }

        assertThat(refusal.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("engine thread");
    }

    private Room room(JournalStore journal, StrategyFactory... strategies) {
        return new Room(5, ExchangeSettings.usual(), journal, strategies).listener(new EngineListener() {
            @Override
            public void onAlert(Alert alert) {
                alerts.add(alert);
            }
        });
    }

    private static StrategyFactory named(String name, Function<StrategyContext, Strategy> creation) {
        return new StrategyFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Strategy create(StrategyContext context) {
                return creation.apply(context);
            }
        };
    }
}
