package io.ploy.testkit.polymarket.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How venue time follows a clock, or that it stands still. */
final class Pace {
    private final @Nullable Clock clock;
    private final Instant start;
    private final double speed;

    private Pace(@Nullable Clock clock, Instant start, double speed) {
        this.clock = clock;
        this.start = start;
        this.speed = speed;
    }

    static Pace following(Clock clock, Instant start, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed not above zero: " + speed);
        }
        return new Pace(clock, start, speed);
    }

    static Pace still() {
        return new Pace(null, Instant.EPOCH, 1);
    }

    boolean isStill() {
        return clock == null;
    }

    /** Venue time now; only where it goes by. */
    Instant now() {
        if (clock == null) {
            throw new IllegalStateException("time stands still");
        }
        Duration passed = Duration.between(start, clock.instant());
        return speed == 1 ? start.plus(passed) : start.plusNanos((long) (passed.toNanos() * speed));
    }

    /** How long the clock takes until a venue time. */
    long nanosUntil(Instant time) {
        return (long) (Duration.between(now(), time).toNanos() / speed);
    }
}
