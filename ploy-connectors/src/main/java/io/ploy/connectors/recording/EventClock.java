package io.ploy.connectors.recording;

import java.time.Instant;

/** The time of events: that of reception, but never back. A source's clock may be set back while it records. */
final class EventClock {
    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    static final long LATEST_MILLIS = Long.MAX_VALUE / NANOS_PER_MILLI;

    private long latest = Long.MIN_VALUE;
    private Instant now = Instant.EPOCH;
    private long steppedBack;

    /** Nanoseconds since 1970. */
    Instant at(long nanos) {
        if (nanos < latest) {
            steppedBack++;
        } else if (nanos > latest) {
            latest = nanos;
            now = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        }
        return now;
    }

    static long nanosOfMillis(long millis) {
        if (millis < 0 || millis > LATEST_MILLIS) {
            throw new IllegalArgumentException("no time in milliseconds: " + millis);
        }
        return millis * NANOS_PER_MILLI;
    }

    static long nanosOf(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    /** The time of the newest event; 1970 before the first. */
    Instant now() {
        return now;
    }

    long steppedBack() {
        return steppedBack;
    }
}
