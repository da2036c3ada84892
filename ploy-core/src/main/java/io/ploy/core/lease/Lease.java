package io.ploy.core.lease;

import java.time.Duration;

/**
 * The right to be the one process that writes an account's journal and sends its orders. It ends by itself unless it is
 * renewed, so whoever sends something looks at {@link #remaining()} first.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public interface Lease extends AutoCloseable {
    /** This holder's number, from 1: higher than that of every holder before. */
    long token();

    /**
     * How long the right lasts at least, counted by this process's own clock; zero once it is lost. A lease that ends only
     * with the process has the longest duration there is.
     */
    Duration remaining();

    /** Whether the right still is ours: {@link #remaining()} is not zero. */
    boolean isHeld();

    /**
     * Runs an action once the lease is lost, which closing it is not: on the lease's own thread, or at once on the calling
     * one if it is lost already. Exact to a few seconds, where {@link #remaining()} is exact. What it throws is logged.
     */
    void onLost(Runnable action);

    /** Gives the right back, so that a successor need not wait. Does nothing the second time. */
    @Override
    void close();
}
