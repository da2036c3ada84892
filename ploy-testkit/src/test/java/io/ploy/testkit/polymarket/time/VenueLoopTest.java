package io.ploy.testkit.polymarket.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VenueLoopTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void manualTimeMovesOnlyWhenItIsMovedAndTasksFallDueInOrder() {
        try (VenueLoop loop = VenueLoop.manual(START)) {
            List<String> seen = new ArrayList<>();
            loop.ask(() -> {
                loop.timeline().schedule(START.plusSeconds(2), () -> seen.add("two"));
                loop.timeline().schedule(START.plusSeconds(1), () -> seen.add("one"));
                return true;
            });
            assertThat(loop.clock().instant()).isEqualTo(START);
            loop.advance(Duration.ofSeconds(1));
            assertThat(loop.ask(() -> List.copyOf(seen))).containsExactly("one");
            loop.advance(Duration.ofSeconds(1));
            assertThat(loop.ask(() -> List.copyOf(seen))).containsExactly("one", "two");
            assertThat(loop.clock().instant()).isEqualTo(START.plusSeconds(2));
        }
    }

    @Test
    void realTimeFollowsItsClockTimesItsSpeed() {
        AtomicReference<Instant> outside = new AtomicReference<>(START);
        try (VenueLoop loop = VenueLoop.realTime(new SettableClock(outside), 10)) {
            outside.set(START.plusSeconds(3));
            assertThat(loop.ask(loop.timeline()::now)).isEqualTo(START.plusSeconds(30));
            assertThatThrownBy(() -> loop.advance(Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void realTimeRunsWhatFallsDueWithoutBeingAsked() {
        try (VenueLoop loop = VenueLoop.realTime(Clock.systemUTC(), 1)) {
            AtomicReference<Instant> ran = new AtomicReference<>();
            Instant due = loop.ask(() -> {
                Instant at = loop.timeline().now().plusMillis(20);
                loop.timeline().schedule(at, () -> ran.set(loop.timeline().now()));
                return at;
            });
            await().until(() -> due.equals(ran.get()));
        }
    }

    @Test
    void whatATaskThrowsReachesWhoeverAsked() {
        try (VenueLoop loop = VenueLoop.manual(START)) {
            assertThatThrownBy(() -> loop.ask(() -> {
                        throw new IllegalArgumentException("wrong");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("wrong");
            assertThat(loop.ask(() -> 7)).isEqualTo(7);
        }
    }

    @Test
    void aClosedLoopTakesNoTasks() {
        VenueLoop loop = VenueLoop.manual(START);
        loop.close();
        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static final class SettableClock extends Clock {
        private final AtomicReference<Instant> now;

        private SettableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
