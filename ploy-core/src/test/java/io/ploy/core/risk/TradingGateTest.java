package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TradingGateTest {
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final TradingGate gate = new TradingGate(Clock.fixed(NOON, ZoneOffset.UTC), new TradingGate.Listener() {
        @Override
        public void onHalted(TradingHalt halt) {
            heard.add("halted " + halt.cause());
        }

        @Override
        public void onCleared(TradingHalt halt, String who, String why) {
            heard.add("cleared " + halt.cause() + " by " + who);
        }
    });

    @Test
    void theKillSwitchHaltsAndReleases() {
        assertThat(gate.isHalted()).isFalse();
        assertThat(gate.cause()).isEmpty();

        gate.engage("ann", "looks wrong");
        assertThat(gate.isEngaged()).isTrue();
        assertThat(gate.isHalted()).isTrue();
        assertThat(gate.cause()).isEqualTo("kill-switch (ann: looks wrong)");
        assertThat(gate.halts()).containsExactly(new TradingHalt(TradingGate.KILL_SWITCH, "ann", "looks wrong", NOON));

        gate.release("bob", "was right");
        assertThat(gate.isEngaged()).isFalse();
        assertThat(gate.isHalted()).isFalse();
        assertThat(heard).containsExactly("halted kill-switch", "cleared kill-switch by bob");
    }

    @Test
    void clearingOneCauseNeverClearsAnother() {
        gate.engage("ann", "x");
        gate.halt("daily-loss", "breaker", "y");

        gate.release("ann", "z");

        assertThat(gate.isEngaged()).isFalse();
        assertThat(gate.isHalted()).isTrue();
        assertThat(gate.cause()).isEqualTo("daily-loss (breaker: y)");
        assertThat(gate.clear("daily-loss", "ann", "fine")).isTrue();
        assertThat(gate.isHalted()).isFalse();
    }

    @Test
    void aCauseIsSetAndClearedOnce() {
        gate.engage("ann", "first");
        gate.engage("bob", "second");
        assertThat(gate.cause()).contains("ann: first");

        assertThat(gate.clear("no-such-cause", "ann", "")).isFalse();
        gate.release("ann", "");
        gate.release("ann", "");
        assertThat(heard).containsExactly("halted kill-switch", "cleared kill-switch by ann");
    }

    @Test
    void tradingIsHaltedEvenIfTheListenerFails() {
        TradingGate noisy = new TradingGate(Clock.fixed(NOON, ZoneOffset.UTC), new TradingGate.Listener() {
            @Override
            public void onHalted(TradingHalt halt) {
                throw new IllegalStateException("no network");
            }
        });

        assertThatThrownBy(() -> noisy.engage("ann", "x")).isInstanceOf(IllegalStateException.class);
        assertThat(noisy.isHalted()).isTrue();
    }

    @Test
    void noCauseIsLostWhenManyThreadsHaltAtOnce() throws InterruptedException {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String own = "cause-" + i;
            Thread thread = new Thread(
                    () -> {
                        awaitUnchecked(start);
                        for (int n = 0; n < 200; n++) {
                            gate.halt(own, "t", "x");
                            gate.clear(own, "t", "x");
                        }
                        gate.halt(own, "t", "x");
                    },
                    own);
            thread.start();
            running.add(thread);
        }

        start.countDown();
        for (Thread thread : running) {
            thread.join();
        }

        assertThat(gate.halts()).hasSize(threads);
        assertThat(heard).hasSize(threads * 401);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
