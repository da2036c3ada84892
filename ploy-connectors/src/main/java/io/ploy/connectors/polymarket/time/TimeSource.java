package io.ploy.connectors.polymarket.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Time of day, elapsed time and things to do later.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public interface TimeSource extends AutoCloseable {
    /** The time of day. May jump. */
    Instant now();

    /** Elapsed time in nanoseconds from any start. Never goes back. */
    long nanos();

    /**
     * Does something later, on the timer's own thread; what takes long must go elsewhere from there. An exception is logged
     * and ends nothing else.
     *
     * @param delay from now, zero or more
     * @param task what to do
     * @return takes it back
     */
    Scheduled after(Duration delay, Runnable task);

    /**
     * Waits.
     *
     * @param delay how long
     * @throws InterruptedException if the thread is interrupted
     */
    void pause(Duration delay) throws InterruptedException;

    /** Forgets what was to be done later and releases the timer's thread. */
    @Override
    void close();

    /** Something that is to be done later. */
    @FunctionalInterface
    interface Scheduled {
        /** Does not do it, if it was not begun. */
        void cancel();
    }
}
