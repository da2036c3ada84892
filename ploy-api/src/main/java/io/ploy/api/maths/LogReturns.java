package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns ticks into equally spaced log returns. The price of a grid time is the last tick at or before it; grid times are
 * whole multiples of the step since the epoch, so every run uses the same ones. A gap between ticks that is longer than
 * allowed breaks the chain: grid times inside it have no price, and no return is formed across it.
 *
 * <p>A grid time counts once a later tick has come. <b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class LogReturns {
    private final long stepNanos;
    private final long maxGapNanos;
    private final Sink sink;
    private @Nullable Instant lastTick;
    private double lastPrice;
    private double gridPrice = Double.NaN;
    private boolean chained;

    /**
     * Starts without ticks.
     *
     * @param step the length of each return, 1 ms to 1 day
     * @param maxGap the longest time between ticks that does not break the chain, above zero
     * @param sink receives each return
     * @throws IllegalArgumentException if a duration is out of range
     */
    public LogReturns(Duration step, Duration maxGap, Sink sink) {
        if (step.compareTo(Duration.ofMillis(1)) < 0 || step.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("step outside 1 ms to 1 day: " + step);
        }
        if (maxGap.isNegative() || maxGap.isZero()) {
            throw new IllegalArgumentException("longest gap not above zero: " + maxGap);
        }
        stepNanos = step.toNanos();
        maxGapNanos = maxGap.toNanos();
        this.sink = sink;
    }

    /** Receives returns as they become known. */
    @FunctionalInterface
    @Experimental
    public interface Sink {
        /**
         * One return.
         *
         * @param end the grid time at which it ends
         * @param logReturn ln of the price ratio over one step
         * @param consecutive whether the return before it ended where this one begins
         */
        void accept(Instant end, double logReturn, boolean consecutive);
    }

    /**
     * Adds a tick. Several ticks of one time are allowed; the last counts.
     *
     * @param at when the price was valid, not before the last tick
     * @param price above 0
     * @throws IllegalArgumentException for NaN, a price of zero or less, and time running backwards
     */
    public void add(Instant at, double price) {
        Arguments.positive("price", price);
        if (lastTick != null) {
            Decay.forward(lastTick, at);
            if (nanos(at) - nanos(lastTick) > maxGapNanos) {
                gridPrice = Double.NaN;
                chained = false;
            } else {
                passGrid(nanos(lastTick), nanos(at));
            }
        }
        lastTick = at;
        lastPrice = price;
    }

    /** Every grid time from the last tick to just before the new one has the last tick's price. */
    private void passGrid(long from, long to) {
        for (long grid = -Math.floorDiv(-from, stepNanos) * stepNanos; grid < to; grid += stepNanos) {
            if (!Double.isNaN(gridPrice)) {
                sink.accept(instant(grid), StrictMath.log(lastPrice / gridPrice), chained);
                chained = true;
            }
            gridPrice = lastPrice;
        }
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
