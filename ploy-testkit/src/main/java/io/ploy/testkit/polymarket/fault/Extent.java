package io.ploy.testkit.polymarket.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long a fault strikes.
 *
 * @param times at most so often; 0 for without end
 * @param lasts venue time from when it may strike until it is over; null for without end
 * @param until the name of another fault whose first strike ends this one; null for none
 * @param p the probability at every occasion, above 0 and at most 1
 * @param shape how the probability changes while it lasts
 * @param period of a burst or an alternation
 */
public record Extent(
        int times, @Nullable Duration lasts, @Nullable String until, double p, Shape shape, Duration period) {
    /** At every occasion, without end. */
    public static final Extent ALWAYS = new Extent(0, null, null, 1, Shape.CONSTANT, Duration.ofSeconds(10));

    private static final int BURST = 5;

    /** How a probability changes. */
    public enum Shape {
        /** It does not. */
        CONSTANT,
        /** It grows from nothing, steadily, for as long as the fault lasts. */
        RAMP,
        /** It counts in the first fifth of every period only. */
        BURST,
        /** It counts in every second period. */
        ALTERNATING
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Extent {
        if (times < 0 || !(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("times below 0, or p not above 0 and at most 1: " + times + ", " + p);
        }
        if ((lasts != null && (lasts.isNegative() || lasts.isZero())) || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("for or period: found nothing, allowed more than 0");
        }
        if (shape == Shape.RAMP && lasts == null) {
            throw new IllegalArgumentException("a ramp needs an end: set for");
        }
    }

    /**
     * The same, at most so often.
     *
     * @param number 0 for without end
     * @return changed
     */
    public Extent times(int number) {
        return new Extent(number, lasts, until, p, shape, period);
    }

    /**
     * The same, so long.
     *
     * @param time above zero
     * @return changed
     */
    public Extent lasting(Duration time) {
        return new Extent(times, time, until, p, shape, period);
    }

    /**
     * The same, until another fault strikes.
     *
     * @param fault its name
     * @return changed
     */
    public Extent until(String fault) {
        return new Extent(times, lasts, fault, p, shape, period);
    }

    /**
     * The same, with a probability.
     *
     * @param value above 0 and at most 1
     * @return changed
     */
    public Extent p(double value) {
        return new Extent(times, lasts, until, value, shape, period);
    }

    /**
     * The same, with a probability that changes.
     *
     * @param how which way
     * @param length of a burst's or an alternation's period
     * @return changed
     */
    public Extent shape(Shape how, Duration length) {
        return new Extent(times, lasts, until, p, how, length);
    }

    /** The probability so long after the fault may strike. */
    double pAfter(Duration gone) {
        return switch (shape) {
            case CONSTANT -> p;
            case RAMP -> lasts == null ? p : p * Math.min(1.0, (double) gone.toNanos() / lasts.toNanos());
            case BURST -> gone.toNanos() % period.toNanos() < period.toNanos() / BURST ? p : 0;
            case ALTERNATING -> gone.toNanos() / period.toNanos() % 2 == 0 ? p : 0;
        };
    }
}
