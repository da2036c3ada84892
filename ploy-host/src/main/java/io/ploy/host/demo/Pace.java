package io.ploy.host.demo;

import java.time.Duration;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

/** Keeps market time in step with the watcher's. Not thread-safe. */
final class Pace {
    private final LongSupplier nanos;
    private final LongPredicate await;
    private final int speed;
    private final long start;

    /**
     * Starts now.
     *
     * @param nanos a monotonic clock
     * @param await lets so many nanoseconds pass and says whether someone wants to stop
     * @param speed market seconds per second
     */
    Pace(LongSupplier nanos, LongPredicate await, int speed) {
        this.nanos = nanos;
        this.await = await;
        this.speed = speed;
        start = nanos.getAsLong();
    }

    /**
     * Waits until it is time for what happens after so much market time.
     *
     * @return false if someone wants to stop
     */
    boolean reach(Duration marketElapsed) {
        long due = start + marketElapsed.dividedBy(speed).toNanos();
        return !await.test(due - nanos.getAsLong());
    }
}
