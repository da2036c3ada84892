package io.ploy.api.maths;

import io.ploy.api.Stable;

/**
 * How much a log price moves: its standard deviation per square-root second. The unit is part of the type because a σ of
 * one horizon used as that of another drives every probability to 0 or 1.
 *
 * @param perRootSecond σ per √s, 0 or more
 */
@Stable
public record Volatility(double perRootSecond) implements Comparable<Volatility> {
    /** Seconds in the year that annual figures are scaled by: 365 days. */
    public static final double SECONDS_PER_YEAR = 31_536_000;

    /** No movement at all. */
    public static final Volatility ZERO = new Volatility(0);

    /** Refuses what is no number. */
    public Volatility {
        Arguments.notNegative("volatility", perRootSecond);
    }

    /**
     * From the standard deviation of log returns over intervals of one length: σ / √seconds.
     *
     * @param sigma standard deviation of the log returns, 0 or more
     * @param seconds the length of each interval, above 0
     * @return the volatility
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static Volatility over(double sigma, double seconds) {
        return new Volatility(
                Arguments.notNegative("sigma", sigma) / Math.sqrt(Arguments.positive("seconds", seconds)));
    }

    /**
     * From an annual figure over 365 days.
     *
     * @param sigma such as 0.40 for 40 % a year, 0 or more
     * @return the volatility
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static Volatility annual(double sigma) {
        return over(sigma, SECONDS_PER_YEAR);
    }

    /**
     * From a variance per second.
     *
     * @param perSecond σ² per second, 0 or more
     * @return the volatility
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static Volatility ofVariance(double perSecond) {
        return new Volatility(Math.sqrt(Arguments.notNegative("variance", perSecond)));
    }

    /**
     * The standard deviation of the log return over a horizon: σ · √seconds.
     *
     * @param seconds 0 or more
     * @return 0 or more
     * @throws IllegalArgumentException for NaN and out of range
     */
    public double overSeconds(double seconds) {
        return perRootSecond * Math.sqrt(Arguments.notNegative("seconds", seconds));
    }

    /**
     * The standard deviation over a year of 365 days.
     *
     * @return 0 or more
     */
    public double annual() {
        return overSeconds(SECONDS_PER_YEAR);
    }

    /**
     * The variance per second.
     *
     * @return σ²
     */
    public double variance() {
        return perRootSecond * perRootSecond;
    }

    /**
     * More or less of it.
     *
     * @param factor 0 or more
     * @return σ × factor
     * @throws IllegalArgumentException for NaN and out of range
     */
    public Volatility times(double factor) {
        return new Volatility(perRootSecond * Arguments.notNegative("factor", factor));
    }

    @Override
    public int compareTo(Volatility other) {
        return Double.compare(perRootSecond, other.perRootSecond);
    }
}
