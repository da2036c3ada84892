package io.ploy.core.persistence;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much a journal lets wait for its storage, and how it deals with storage that fails.
 *
 * @param queueLimitBytes the journal is not writable while more than this waits for storage
 * @param memoryLimitBytes nothing more is taken while this much waits for storage; at most 1 GiB
 * @param maxLag the journal is not writable while a record waits longer than this for storage
 * @param retryEvery how long to wait before storage that failed is tried again; doubled with each failure in a row
 * @param retryAtMost what that doubling ends at
 * @param closeWithin how long closing waits for storage
 * @param ticker nanoseconds from any start, never going back; from any thread
 */
public record JournalLimits(
        long queueLimitBytes,
        long memoryLimitBytes,
        Duration maxLag,
        Duration retryEvery,
        Duration retryAtMost,
        Duration closeWithin,
        LongSupplier ticker) {
    /** Checks the ranges. */
    public JournalLimits {
        if (queueLimitBytes < 1 || memoryLimitBytes < queueLimitBytes || memoryLimitBytes > 1 << 30) {
            throw new IllegalArgumentException(
                    "limits must be 1 <= queue <= memory <= 1 GiB: " + queueLimitBytes + ", " + memoryLimitBytes);
        }
        if (maxLag.isNegative() || retryEvery.isNegative() || closeWithin.isNegative()) {
            throw new IllegalArgumentException("negative duration: " + maxLag + ", " + retryEvery + ", " + closeWithin);
        }
        if (retryAtMost.compareTo(retryEvery) < 0) {
            throw new IllegalArgumentException(
                    "the longest pause " + retryAtMost + " is shorter than the first, " + retryEvery);
        }
    }

    /**
     * Not writable beyond 8 MiB or 2 s of backlog, full at 128 MiB, a retry after 100 ms and then after up to 5 s, 10 s to
     * close.
     *
     * @param ticker nanoseconds from any start, never going back; from any thread
     */
    public static JournalLimits defaults(LongSupplier ticker) {
        return new JournalLimits(
                8L << 20,
                128L << 20,
                Duration.ofSeconds(2),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                ticker);
    }
}
