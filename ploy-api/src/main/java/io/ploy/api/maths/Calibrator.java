package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Corrects a model's probabilities: p′ = logistic(a + b·logit p).
 *
 * @param intercept a
 * @param slope b
 */
@Experimental
public record Calibrator(double intercept, double slope) {
    /** Changes nothing. */
    public static final Calibrator IDENTITY = new Calibrator(0, 1);

    /** The lowest probability that should enter any expected value. */
    public static final double LOWEST = 0.005;

    /** The highest probability that should enter any expected value. */
    public static final double HIGHEST = 0.995;

    /** Refuses what is no number. */
    public Calibrator {
        Arguments.finite("intercept", intercept);
        Arguments.finite("slope", slope);
    }

    /**
     * Corrects one probability.
     *
     * @param probability p, above 0 and below 1
     * @return p′, 0 to 1
     * @throws IllegalArgumentException for NaN and out of range
     */
    public double apply(double probability) {
        Arguments.insideUnit("probability", probability);
        return equals(IDENTITY) ? probability : logistic(intercept + slope * logit(probability));
    }

    /**
     * Mixes two opinions: logistic(w·logit p + (1−w)·logit q).
     *
     * @param probability p, above 0 and below 1
     * @param weight w of p, 0 to 1
     * @param other q, above 0 and below 1
     * @return between the two
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double pool(double probability, double weight, double other) {
        Arguments.unit("weight", weight);
        return logistic(weight * logit(probability) + (1 - weight) * logit(other));
    }

    /**
     * Keeps a probability away from certainty.
     *
     * @param probability 0 to 1
     * @return {@link #LOWEST} to {@link #HIGHEST}
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double clamp(double probability) {
        return Math.min(Math.max(Arguments.unit("probability", probability), LOWEST), HIGHEST);
    }

    /**
     * ln(p/(1−p)).
     *
     * @param probability p, above 0 and below 1
     * @return any number
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double logit(double probability) {
        Arguments.insideUnit("probability", probability);
        return StrictMath.log(probability) - StrictMath.log1p(-probability);
    }

    /**
     * 1/(1 + e^(−x)), the inverse of {@link #logit}.
     *
     * @param x any finite number
     * @return 0 to 1
     * @throws IllegalArgumentException for NaN and infinity
     */
    public static double logistic(double x) {
        Arguments.finite("x", x);
        double small = StrictMath.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
}
