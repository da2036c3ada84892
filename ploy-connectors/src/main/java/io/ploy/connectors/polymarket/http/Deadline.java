package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;

/** When a call must be over. */
final class Deadline {
    private final TimeSource time;
    private final long start;
    private final long nanos;

    Deadline(TimeSource time, Duration within) {
        this.time = time;
        this.start = time.nanos();
        this.nanos = within.toNanos();
    }

    /** What is left, zero or less once it has passed. */
    long leftNanos() {
        return nanos - (time.nanos() - start);
    }

    boolean hasPassed() {
        return leftNanos() <= 0;
    }
}
