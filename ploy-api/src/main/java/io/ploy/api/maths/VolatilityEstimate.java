package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * A measured volatility and what it rests on.
 *
 * @param volatility the measured value
 * @param samples how many returns it rests on, 0 or more
 * @param asOf the time of the last of them
 */
@Experimental
public record VolatilityEstimate(Volatility volatility, long samples, Instant asOf) {
    /** The weight, in samples, that a prior has by default. */
    public static final double DEFAULT_PRIOR_WEIGHT = 60;

    private static final double LOWEST_OF_PRIOR = 0.5;
    private static final double HIGHEST_OF_PRIOR = 5;

    /** Checks the count. */
    public VolatilityEstimate {
        if (samples < 0) {
            throw new IllegalArgumentException("fewer than no samples: " + samples);
        }
    }

    /**
     * Pulls the estimate towards what is usual: σ² = (n₀σ₀² + nσ̂²)/(n₀ + n), then kept within [½σ₀, 5σ₀].
     *
     * @param prior what is usual, σ₀
     * @param weight how many samples the prior counts as, n₀, above 0
     * @return the volatility to use
     * @throws IllegalArgumentException if the weight is out of range
     */
    public Volatility shrunkTo(Volatility prior, double weight) {
        Arguments.positive("weight", weight);
        double variance = (weight * prior.variance() + samples * volatility.variance()) / (weight + samples);
        double sigma = Math.sqrt(variance);
        double lowest = LOWEST_OF_PRIOR * prior.perRootSecond();
        double highest = HIGHEST_OF_PRIOR * prior.perRootSecond();
        return new Volatility(Math.min(Math.max(sigma, lowest), highest));
    }
}
