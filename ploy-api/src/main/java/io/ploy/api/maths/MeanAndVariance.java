package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Mean and variance of a stream in constant memory, without the cancellation of the sum of squares. Source: B. P.
 * Welford, <i>Note on a method for calculating corrected sums of squares and products</i> (1962).
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class MeanAndVariance {
    private long count;
    private double mean;
    private double squares;

    /** Starts empty. */
    public MeanAndVariance() {}

    /**
     * Adds a value.
     *
     * @param value any finite number
     * @throws IllegalArgumentException for NaN and infinity
     */
    public void add(double value) {
        Arguments.finite("value", value);
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    /**
     * How many values were added.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The mean.
     *
     * @return of what was added
     * @throws IllegalStateException while empty
     */
    public double mean() {
        need(1);
        return mean;
    }

    /**
     * The sample variance, divided by n − 1.
     *
     * @return 0 or more
     * @throws IllegalStateException with fewer than two values
     */
    public double variance() {
        need(2);
        return squares / (count - 1);
    }

    /**
     * The root of {@link #variance}.
     *
     * @return 0 or more
     * @throws IllegalStateException with fewer than two values
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    private void need(int values) {
        if (count < values) {
            throw new IllegalStateException("needs " + values + " values, has " + count);
        }
    }
}
