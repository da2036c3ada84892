package io.ploy.testkit.tck;

import io.ploy.core.time.SystemClockTicker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a venue tells in its own time. */
final class Patience {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    private Patience() {}

    /**
     * Returns as soon as something is so.
     *
     * @throws AssertionError if it is not within half a minute; says what was waited for and what there was instead
     */
    static void until(String wanted, Supplier<?> instead, BooleanSupplier isSo) {
        long since = SystemClockTicker.INSTANCE.getAsLong();
        while (!isSo.getAsBoolean()) {
            if (SystemClockTicker.INSTANCE.getAsLong() - since > ENOUGH.toNanos()) {
                throw new AssertionError(
                        "waited " + ENOUGH.toSeconds() + " s for " + wanted + "; there is " + instead.get());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
