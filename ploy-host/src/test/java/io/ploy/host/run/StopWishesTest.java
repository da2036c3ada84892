package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StopWishesTest {
    private static final Duration NO_TIME = Duration.ZERO;

    private final List<String> done = new ArrayList<>();
    private final StopWishes wishes = new StopWishes(() -> done.add("given up"));

    @Test
    void eachSignalIsMoreUrgentThanTheLast() {
        wishes.onHurry(() -> done.add("hurried"));
        assertThat(wishes.await(NO_TIME)).isFalse();

        wishes.signal();
        assertThat(wishes.await(NO_TIME)).isTrue();
        assertThat(done).isEmpty();
        wishes.signal();
        assertThat(done).containsExactly("hurried");
        wishes.signal();
        assertThat(done).containsExactly("hurried", "given up");
        assertThat(wishes.isLeaseLost()).isFalse();
    }

    @Test
    void aHurryThatCameBeforeItCouldBeHeededIsHeededLater() {
        wishes.signal();
        wishes.signal();
        assertThat(done).isEmpty();

        wishes.onHurry(() -> done.add("hurried"));

        assertThat(done).containsExactly("hurried");
    }

    @Test
    void aLostLeaseEndsARunWithoutASignal() {
        wishes.leaseLost();

        assertThat(wishes.await(NO_TIME)).isTrue();
        assertThat(wishes.isLeaseLost()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingIsToldToEnd() {
        Thread.currentThread().interrupt();

        assertThat(wishes.await(Duration.ofMinutes(1))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theProcessHandsItsSignalsOnAsLongAsItIsAskedTo() throws Exception {
        HeardSignals.assume("HUP", "TERM");
        AtomicInteger heard = new AtomicInteger();
        try (ProcessSignals signals = new ProcessSignals(heard::incrementAndGet)) {
            int exit = signals.during(() -> kill("HUP"));
            assertThat(exit).isZero();
            await().until(() -> heard.get() == 1);
            kill("TERM");
            await().until(() -> heard.get() == 2);
        }
    }

    private static int kill(String signal) {
        try {
            return new ProcessBuilder(
                            "kill",
                            "-" + signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
