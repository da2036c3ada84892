package io.ploy.host.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a status is worth saying: at once when something of note changed, and now and then when only figures did. */
final class StatusPace {
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(30);

    private final Clock clock;
    private @Nullable Status last;
    private Instant saidAt = Instant.MIN;

    StatusPace(Clock clock) {
        this.clock = clock;
    }

    /** Answers whether to say it now, and takes it for said if so. */
    boolean isDue(Status status) {
        Instant now = clock.instant();
        Status before = last;
        boolean due = before == null
                || !status.standsAs(before)
                || (!status.equals(before) && !now.isBefore(saidAt.plus(FIGURES_EVERY)));
        if (due) {
            last = status;
            saidAt = now;
        }
        return due;
    }
}
