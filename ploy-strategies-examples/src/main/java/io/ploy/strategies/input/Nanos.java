package io.ploy.strategies.input;

import java.time.Instant;

/** Times as counts, for what is compared on every book update. */
public final class Nanos {
    private static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /**
     * An instant as nanoseconds since the epoch.
     *
     * @param at before the year 2262
     * @return nanoseconds
     */
    public static long of(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), PER_SECOND), at.getNano());
    }

    /**
     * Nanoseconds as seconds, for models and words.
     *
     * @param nanos any duration
     * @return seconds
     */
    public static double seconds(long nanos) {
        return nanos / (double) PER_SECOND;
    }
}
