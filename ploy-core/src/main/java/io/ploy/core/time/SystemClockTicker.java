package io.ploy.core.time;

import java.util.function.LongSupplier;

/** Elapsed time of the machine in nanoseconds, for budgets and waits; never part of a decision. Thread-safe. */
public final class SystemClockTicker implements LongSupplier {
    /** The one there is. */
    public static final SystemClockTicker INSTANCE = new SystemClockTicker();

    private SystemClockTicker() {}

    @Override
    public long getAsLong() {
        return System.nanoTime();
    }
}
