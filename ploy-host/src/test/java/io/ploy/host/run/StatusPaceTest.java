package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ploy.api.money.Cash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is of note is said at once, figures now and then, and what is known not at all. */
class StatusPaceTest {
    private Instant now = Instant.parse("2026-01-05T12:00:00Z");
    private final Clock clock = mock(Clock.class);
    private final StatusPace pace = new StatusPace(clock);

    @BeforeEach
    void tellTheTime() {
        when(clock.instant()).thenAnswer(asked -> now);
    }

    private static Status status(String state, int markets, int orders) {
        return new Status(state, markets, orders, 0, 0, Cash.ofUsd(10), Cash.ZERO, "clean", List.of());
    }

    @Test
    void aChangeOfNoteIsSaidAtOnce() {
        assertThat(pace.isDue(status("waiting: starting", 0, 0))).isTrue();
        assertThat(pace.isDue(status("trading", 0, 0))).isTrue();
        assertThat(pace.isDue(status("trading", 4, 0))).isTrue();
        assertThat(pace.isDue(status("halted: kill-switch", 4, 0))).isTrue();
    }

    @Test
    void figuresAreSaidNowAndThen() {
        assertThat(pace.isDue(status("trading", 4, 1))).isTrue();
        now = now.plus(Duration.ofSeconds(29));
        assertThat(pace.isDue(status("trading", 5, 2))).isFalse();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(pace.isDue(status("trading", 5, 3))).isTrue();
    }

    @Test
    void whatDidNotChangeIsNotSaidAgain() {
        assertThat(pace.isDue(status("trading", 4, 1))).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(pace.isDue(status("trading", 4, 1))).isFalse();
    }
}
