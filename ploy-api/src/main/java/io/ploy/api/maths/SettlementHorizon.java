package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * What is still open about a window: which price the rest of it must reach, and how much a price can move until then.
 * Probability and implied volatility both work on it, so they agree on every settlement rule.
 *
 * @param strike what the value still to be seen must reach for Up to win; 0 if Up has won already, infinite if it cannot
 * @param varianceSeconds the variance of that value's logarithm divided by σ²; 0 once nothing is open
 * @param driftSeconds for how long a drift has acted on that value, on average
 */
@Experimental
public record SettlementHorizon(double strike, double varianceSeconds, double driftSeconds) {
    /** Refuses what is no number. */
    public SettlementHorizon {
        if (!(strike >= 0)) {
            throw new IllegalArgumentException("strike is negative or not a number: " + strike);
        }
        Arguments.notNegative("variance seconds", varianceSeconds);
        Arguments.notNegative("drift seconds", driftSeconds);
    }

    /**
     * The price at one moment decides.
     *
     * @param strike the window's strike, above 0
     * @param remainingSeconds the time τ to that moment; zero or less once it has passed
     * @return variance seconds are τ
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static SettlementHorizon point(double strike, double remainingSeconds) {
        double open = Math.max(0, Arguments.finite("remaining seconds", remainingSeconds));
        return new SettlementHorizon(Arguments.positive("strike", strike), open, open);
    }

    /**
     * An average that has not begun decides. With n samples δ apart over L seconds, variance seconds are
     * (τ − L) + L·(n+1)(2n+1)/(6n²); for a continuous average τ − 2L/3.
     *
     * @param strike the window's strike, above 0
     * @param remainingSeconds the time τ to the end
     * @param averaging how the settlement value is formed
     * @return what is open
     * @throws IllegalArgumentException if a sample was taken already, and for NaN and out of range
     */
    public static SettlementHorizon average(double strike, double remainingSeconds, Averaging averaging) {
        if (hasBegun(remainingSeconds, averaging)) {
            throw new IllegalArgumentException("with " + remainingSeconds + " s left the average over "
                    + averaging.lengthSeconds() + " s has begun: its mean so far is needed");
        }
        return open(Arguments.positive("strike", strike), remainingSeconds, averaging);
    }

    /**
     * An average that may have begun decides. The samples to come must reach K′ = (n·K − (n−m)·A)/m, where A is the mean
     * of the samples seen and m of n are to come; K′ ≤ 0 means Up has won.
     *
     * @param strike the window's strike K, above 0
     * @param remainingSeconds the time τ to the end; zero or less once the average is complete
     * @param averaging how the settlement value is formed
     * @param meanSoFar the mean A of the samples seen, above 0; ignored while there are none
     * @return what is open
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static SettlementHorizon averageUnderWay(
            double strike, double remainingSeconds, Averaging averaging, double meanSoFar) {
        Arguments.positive("strike", strike);
        if (!hasBegun(remainingSeconds, averaging)) {
            return open(strike, remainingSeconds, averaging);
        }
        Arguments.positive("mean so far", meanSoFar);
        if (remainingSeconds <= 0) {
            return new SettlementHorizon(meanSoFar >= strike ? 0 : Double.POSITIVE_INFINITY, 0, 0);
        }
        double toCome = averaging.isContinuous()
                ? remainingSeconds / averaging.lengthSeconds()
                : averaging.samplesToCome(remainingSeconds) / averaging.samples();
        double needed = (strike - (1 - toCome) * meanSoFar) / toCome;
        return open(Math.max(0, needed), remainingSeconds, averaging);
    }

    /**
     * Whether a sample of the average was taken.
     *
     * @param remainingSeconds the time to the end
     * @param averaging how the settlement value is formed
     * @return true if {@link #averageUnderWay} needs the mean so far
     * @throws IllegalArgumentException for NaN
     */
    public static boolean hasBegun(double remainingSeconds, Averaging averaging) {
        Arguments.finite("remaining seconds", remainingSeconds);
        return averaging.isContinuous()
                ? remainingSeconds < averaging.lengthSeconds()
                : averaging.samplesToCome(remainingSeconds) < averaging.samples();
    }

    /** Whether nothing can change any more. */
    boolean isDecided() {
        return varianceSeconds == 0 || strike == 0 || strike == Double.POSITIVE_INFINITY;
    }

    private static SettlementHorizon open(double strike, double remaining, Averaging averaging) {
        if (averaging.isContinuous()) {
            double part = Math.min(remaining, averaging.lengthSeconds());
            return new SettlementHorizon(strike, remaining - part * 2 / 3, remaining - part / 2);
        }
        // The samples to come share the walk up to the first of them; from there on they are the partial sums of m−1
        // steps. On the grid this is the textbook τ·(m+1)(2m+1)/(6m²); off the grid it stays exact.
        double m = averaging.samplesToCome(remaining);
        double step = averaging.stepSeconds();
        double first = Math.max(0, remaining - (m - 1) * step);
        return new SettlementHorizon(
                strike, first + step * (m - 1) * (2 * m - 1) / (6 * m), first + step * (m - 1) / 2);
    }
}
