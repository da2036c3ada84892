package io.ploy.host.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.host.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void aLogGetsALineEveryFewSecondsWithRateAndTimeLeft() {
        try (ProgressDisplay display = ProgressDisplay.on(console(false), false)) {
            for (int i = 1; i <= 12; i++) {
                nanos = i * SECOND;
                display.update(i * 1_000_000L, 20_000_000, i * 2_000_000L, Instant.EPOCH);
            }
        }

        assertThat(text().lines())
                .containsExactly(
                        "backtest: 25 %, 5,000 of 20,000 kB, 10,000,000 events, 2.0 M events/s, 15 s left",
                        "backtest: 50 %, 10,000 of 20,000 kB, 20,000,000 events, 2.0 M events/s, 10 s left");
    }

    @Test
    void aShortRunSaysNothingInALog() {
        try (ProgressDisplay display = ProgressDisplay.on(console(false), false)) {
            nanos = SECOND;
            display.update(5, 5, 5, Instant.EPOCH);
        }

        assertThat(text()).isEmpty();
    }

    @Test
    void quietSaysNothingEvenToAPerson() {
        try (ProgressDisplay display = ProgressDisplay.on(console(true), true)) {
            nanos = 60 * SECOND;
            display.update(5, 10, 5, Instant.EPOCH);
        }

        assertThat(text()).isEmpty();
    }

    @Test
    void aPersonSeesABarThatIsGoneInTheEnd() {
        try (ProgressDisplay display = ProgressDisplay.on(console(true), false)) {
            nanos = 2 * SECOND;
            display.update(5_000_000, 10_000_000, 4_000_000, Instant.EPOCH);
        }

        String text = text();
        assertThat(text).contains("Backtest", "50%", "2.0 M events/s");
        assertThat(text.substring(text.lastIndexOf('\r')).strip()).as("cleared").isEmpty();
    }

    @Test
    void nothingToReadIsNoReasonToFail() {
        try (ProgressDisplay display = ProgressDisplay.on(console(false), false)) {
            nanos = 6 * SECOND;
            display.update(0, 0, 0, Instant.EPOCH);
        }

        assertThat(text()).contains("backtest: 0 %");
    }

    private Console console(boolean terminal) {
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Console(out, out, terminal, terminal, Map.of(), () -> nanos);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
