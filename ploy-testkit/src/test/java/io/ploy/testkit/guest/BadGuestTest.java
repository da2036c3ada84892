package io.ploy.testkit.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** F65 in the process: every way to misbehave, and that the engine bears it. */
public class BadGuestTest {
    private final BadGuest guest = new BadGuest();

    private StrategyHarness with(BadGuest.How how, int amount) {
        return StrategyHarness.of(guest)
                .parameter("how", how.name())
                .parameter("amount", Integer.toString(amount))
                .start();
    }

    @Test
    void f65AGuestThatThrowsIsSuspended() {
        try (StrategyHarness harness = with(BadGuest.How.THROWS, 1)) {
            harness.quote(harness.up(), "0.45", "0.50");
            harness.advance(Duration.ofSeconds(1));
            assertThat(harness.alerts()).anyMatch(alert -> alert.toString().contains("bad-guest"));
        }
    }

    @Test
    void f65AGuestThatFloodsIsStoppedByTheLimits() {
        try (StrategyHarness harness = with(BadGuest.How.FLOODS_ORDERS, 500)) {
            harness.quote(harness.up(), "0.45", "0.50");
            harness.advance(Duration.ofSeconds(1));
            assertThat(harness.orders())
                    .filteredOn(order -> !order.toString().contains("DENIED"))
                    .isNotEmpty()
                    .hasSizeLessThan(100);
        }
    }

    @Test
    void f65AGuestBlocksLogsAndLeaks() {
        try (StrategyHarness harness = with(BadGuest.How.BLOCKS, 5)) {
            harness.quote(harness.up(), "0.45", "0.50");
        }
        try (StrategyHarness harness = with(BadGuest.How.FLOODS_LOGS, 10)) {
            harness.quote(harness.up(), "0.45", "0.50");
        }
        try (StrategyHarness harness = with(BadGuest.How.LEAKS_THREADS, 2)) {
            harness.quote(harness.up(), "0.45", "0.50");
            harness.advance(Duration.ofSeconds(1));
            assertThat(leaked()).isPositive();
        } finally {
            guest.end();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> leaked() == 0);
    }

    private static long leaked() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("bad-guest-"))
                .count();
    }

    @Test
    void f65AGuestThatCannotBeMadeIsSaid() {
        try (StrategyHarness harness = with(BadGuest.How.FAILS_TO_START, 1)) {
            assertThat(harness.alerts()).anyMatch(alert -> alert.toString().contains("a bad guest does not start"));
        }
    }
}
