package io.ploy.core.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a lease lasts, and how it is kept.
 *
 * @param life how long it lasts unless it is renewed, 1 s to 10 min
 * @param renewEvery how long after a renewal the next one is sent; less than half of the life
 * @param waitUpTo how long to wait for another holder's lease to end when taking it; zero not to wait
 * @param ticker nanoseconds from any start, never going back; from any thread
 */
public record LeaseSettings(Duration life, Duration renewEvery, Duration waitUpTo, LongSupplier ticker) {
    /** Checks the ranges. */
    public LeaseSettings {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("a lease lasts 1 s to 10 min: " + life);
        }
        if (renewEvery.compareTo(Duration.ofMillis(1)) < 0
                || renewEvery.multipliedBy(2).compareTo(life) >= 0) {
            throw new IllegalArgumentException(
                    "a lease of " + life + " must be renewed within less than half of that: " + renewEvery);
        }
        if (waitUpTo.isNegative()) {
            throw new IllegalArgumentException("negative wait: " + waitUpTo);
        }
    }

    /**
     * 15 s, renewed every 5 s, without waiting for another holder.
     *
     * @param ticker nanoseconds from any start, never going back; from any thread
     */
    public static LeaseSettings defaults(LongSupplier ticker) {
        return new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ZERO, ticker);
    }

    /** The same, waiting for another holder's lease to end. */
    public LeaseSettings waitingUpTo(Duration wait) {
        return new LeaseSettings(life, renewEvery, wait, ticker);
    }
}
