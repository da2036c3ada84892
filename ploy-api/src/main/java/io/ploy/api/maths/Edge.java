package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * What a bought share is worth when its probability p and its all-in cost c (price, fee and haircut) are known, and how
 * much to spend on it. Source: J. L. Kelly, <i>A new interpretation of information rate</i> (1956).
 *
 * <p><b>Threading.</b> Pure functions.
 */
@Experimental
public final class Edge {
    /** The part of the full Kelly fraction that is usual. */
    public static final double DEFAULT_KELLY_PART = 0.25;

    /** The most of a bankroll that one position usually gets. */
    public static final double DEFAULT_KELLY_CAP = 0.05;

    private Edge() {}

    /**
     * Expected value per share held to settlement: p − c.
     *
     * @param probability p, 0 to 1
     * @param cost c, 0 or more
     * @return USD per share
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double expectedValue(double probability, double cost) {
        return Arguments.unit("probability", probability) - Arguments.notNegative("cost", cost);
    }

    /**
     * Expected return on what is spent: (p − c)/c.
     *
     * @param probability p, 0 to 1
     * @param cost c, above 0
     * @return a fraction
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double returnOnCost(double probability, double cost) {
        return expectedValue(probability, cost) / Arguments.positive("cost", cost);
    }

    /**
     * The fraction of the bankroll to spend, fees included, for the fastest growth: max(0, (p − c)/(1 − c)).
     *
     * @param probability p, 0 to 1
     * @param cost c, above 0; at 1 and more there is nothing to win
     * @return 0 to 1
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double kelly(double probability, double cost) {
        double value = expectedValue(probability, Arguments.positive("cost", cost));
        return cost >= 1 ? 0 : Math.max(0, value / (1 - cost));
    }

    /**
     * A part of the Kelly fraction, capped.
     *
     * @param probability p, 0 to 1
     * @param cost c, above 0
     * @param part κ, 0 to 1
     * @param cap the most of the bankroll, 0 to 1
     * @return min(κ·f*, cap)
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double kelly(double probability, double cost, double part, double cap) {
        return Math.min(Arguments.unit("part", part) * kelly(probability, cost), Arguments.unit("cap", cap));
    }

    /**
     * Shares that a fraction of the bankroll buys: fraction·bankroll/c. Round down to the lot and mind the minimum.
     *
     * @param fraction of the bankroll, 0 to 1
     * @param bankroll USD, 0 or more
     * @param cost c, above 0
     * @return shares
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double shares(double fraction, double bankroll, double cost) {
        return Arguments.unit("fraction", fraction)
                * Arguments.notNegative("bankroll", bankroll)
                / Arguments.positive("cost", cost);
    }

    /**
     * Expected growth of the logarithm of the bankroll per bet: p·ln(1 + f(1−c)/c) + (1−p)·ln(1 − f).
     *
     * @param probability p, 0 to 1
     * @param cost c, above 0 and at most 1
     * @param fraction f spent, 0 to below 1
     * @return may be negative
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double logGrowth(double probability, double cost, double fraction) {
        Arguments.unit("probability", probability);
        Arguments.unit("cost", Arguments.positive("cost", cost));
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction outside [0, 1): " + fraction);
        }
        return probability * StrictMath.log1p(fraction * (1 - cost) / cost)
                + (1 - probability) * StrictMath.log1p(-fraction);
    }
}
