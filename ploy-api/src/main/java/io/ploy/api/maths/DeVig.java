package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.util.function.DoubleBinaryOperator;

/**
 * Ways to take the bookmaker's margin out of implied probabilities π whose sum is B. Each keeps their order, gives equal
 * odds equal probabilities and sums to 1 within 1e-12.
 *
 * <p>Sources: H. S. Shin, <i>Measuring the incidence of insider trading in a market for state-contingent claims</i>,
 * Economic Journal 103 (1993), in the closed form of Jullien and Salanié (1994).
 */
@Experimental
public enum DeVig {
    /** pᵢ = πᵢ/B. */
    MULTIPLICATIVE {
        @Override
        FairProbabilities solve(double[] implied, double book) {
            return scaled(implied, book, false);
        }
    },
    /** pᵢ = πᵢ^k with k such that they sum to 1. */
    POWER {
        @Override
        FairProbabilities solve(double[] implied, double book) {
            return bisect(implied, LOWEST_POWER, HIGHEST_POWER, (p, k) -> StrictMath.pow(p, k));
        }
    },
    /** pᵢ = (√(z² + 4(1−z)πᵢ²/B) − z)/(2(1−z)) with the share z of insiders such that they sum to 1. */
    SHIN {
        @Override
        FairProbabilities solve(double[] implied, double book) {
            // The same fraction turned upside down, so that nothing cancels and z = 1 is no exception.
            return bisect(implied, 0, 1, (p, z) -> {
                double scaled = p * p / book;
                return 2 * scaled / (Math.sqrt(z * z + 4 * (1 - z) * scaled) + z);
            });
        }
    };

    private static final double LOWEST_POWER = 0.1;
    private static final double HIGHEST_POWER = 50;
    private static final int BISECTIONS = 200;

    /**
     * The method that fits a number of outcomes best.
     *
     * @param outcomes 2 or more
     * @return {@link #SHIN} for two, {@link #POWER} for more
     * @throws IllegalArgumentException for fewer than two
     */
    public static DeVig forOutcomes(int outcomes) {
        if (outcomes < 2) {
            throw new IllegalArgumentException("fewer than two outcomes: " + outcomes);
        }
        return outcomes == 2 ? SHIN : POWER;
    }

    /**
     * Takes the margin out. Without a margin (B = 1) nothing is changed; with a negative one (B below 1) the answer is
     * multiplicative and says so.
     *
     * @param implied each outcome's π, above 0 and below 1, two or more
     * @return the probabilities in the same order
     * @throws IllegalArgumentException for NaN, out of range, fewer than two, and a margin so large that no power up to
     *     50 takes it out
     */
    public FairProbabilities fair(double... implied) {
        if (implied.length < 2) {
            throw new IllegalArgumentException("fewer than two outcomes: " + implied.length);
        }
        double book = 0;
        for (double p : implied) {
            book += Arguments.insideUnit("implied probability", p);
        }
        if (book == 1) {
            return new FairProbabilities(implied, 0, false);
        }
        return book < 1 ? scaled(implied, book, true) : solve(implied, book);
    }

    abstract FairProbabilities solve(double[] implied, double book);

    private static FairProbabilities scaled(double[] implied, double book, boolean arbitrage) {
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            fair[i] = implied[i] / book;
        }
        return new FairProbabilities(fair, 0, arbitrage);
    }

    /** Finds the parameter at which the probabilities, which fall as it rises, sum to 1. */
    private static FairProbabilities bisect(double[] implied, double from, double to, DoubleBinaryOperator each) {
        double low = from;
        double high = to;
        if (sum(implied, low, each) < 1 || sum(implied, high, each) > 1) {
            throw new IllegalArgumentException("no solution between " + from + " and " + to + " takes the margin out");
        }
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = (low + high) / 2;
            if (sum(implied, middle, each) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            fair[i] = each.applyAsDouble(implied[i], high);
        }
        return new FairProbabilities(fair, high, false);
    }

    private static double sum(double[] implied, double parameter, DoubleBinaryOperator each) {
        double sum = 0;
        for (double p : implied) {
            sum += each.applyAsDouble(p, parameter);
        }
        return sum;
    }
}
