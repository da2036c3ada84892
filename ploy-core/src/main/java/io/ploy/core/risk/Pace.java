package io.ploy.core.risk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bucket of orders that may be sent, refilled as time goes by. */
final class Pace {
    private static final long NANOS = 1_000_000_000L;

    private @Nullable Instant filledAt;
    /** In billionths of an order. */
    private long level;

    /** Whether one more may be sent while a part of the bucket stays for others. */
    boolean allows(long perSecond, long burst, long reservedMicros, Instant now) {
        fill(perSecond, burst, now);
        long reserved = burst * NANOS / 1_000_000 * reservedMicros;
        return level - NANOS >= Math.min(reserved, (burst - 1) * NANOS);
    }

    void take() {
        level -= NANOS;
    }

    private void fill(long perSecond, long burst, Instant now) {
        long full = burst * NANOS;
        if (filledAt == null) {
            level = full;
        } else if (now.isAfter(filledAt)) {
            Duration since = Duration.between(filledAt, now);
            boolean overflows = since.toSeconds() > full / NANOS;
            level = overflows ? full : Math.min(full, level + since.toNanos() * perSecond);
        }
        level = Math.min(level, full);
        filledAt = now;
    }
}
