package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Between which rates the true one lies, given how often something happened. Source: E. B. Wilson, <i>Probable
 * inference, the law of succession, and statistical inference</i> (1927).
 *
 * @param low the lower end, 0 to 1
 * @param high the upper end, 0 to 1
 */
@Experimental
public record WilsonInterval(double low, double high) {
    /** Checks the order. */
    public WilsonInterval {
        if (Arguments.unit("low", low) > Arguments.unit("high", high)) {
            throw new IllegalArgumentException("low above high: " + low + ", " + high);
        }
    }

    /**
     * The interval at 95 %.
     *
     * @param successes how often it happened, 0 to trials
     * @param trials how often it could have, above 0
     * @return the interval
     * @throws IllegalArgumentException if out of range
     */
    public static WilsonInterval of(long successes, long trials) {
        return of(successes, trials, 0.95);
    }

    /**
     * The interval at a confidence.
     *
     * @param successes how often it happened, 0 to trials
     * @param trials how often it could have, above 0
     * @param confidence such as 0.95, above 0 and below 1
     * @return the interval
     * @throws IllegalArgumentException if out of range
     */
    public static WilsonInterval of(long successes, long trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
        double z = NormalDistribution.quantile((1 + Arguments.insideUnit("confidence", confidence)) / 2);
        double rate = (double) successes / trials;
        double share = z * z / trials;
        double centre = (rate + share / 2) / (1 + share);
        double half = z * Math.sqrt(rate * (1 - rate) / trials + share / (4 * trials)) / (1 + share);
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new WilsonInterval(low, high);
    }
}
