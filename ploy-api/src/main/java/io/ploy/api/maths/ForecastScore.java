package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Scores forecasts against what happened: the mean squared error (Brier) and the mean negative log-likelihood. Lower is
 * better; always saying one half scores 0.25 and 0.693.
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class ForecastScore {
    private static final double CLAMP = 1e-6;

    private long count;
    private double squares;
    private double logs;

    /** Starts empty. */
    public ForecastScore() {}

    /**
     * Adds a forecast and its outcome.
     *
     * @param probability what was forecast, 0 to 1; the log loss takes it as at least 1e-6 from certainty
     * @param happened whether it came true
     * @throws IllegalArgumentException for NaN and out of range
     */
    public void add(double probability, boolean happened) {
        Arguments.unit("probability", probability);
        double ofOutcome = happened ? probability : 1 - probability;
        count++;
        squares += (1 - ofOutcome) * (1 - ofOutcome);
        logs -= StrictMath.log(Math.min(Math.max(ofOutcome, CLAMP), 1 - CLAMP));
    }

    /**
     * How many forecasts were added.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The Brier score.
     *
     * @return 0 to 1
     * @throws IllegalStateException while empty
     */
    public double brier() {
        return squares / atLeastOne();
    }

    /**
     * The log loss.
     *
     * @return 0 or more
     * @throws IllegalStateException while empty
     */
    public double logLoss() {
        return logs / atLeastOne();
    }

    private long atLeastOne() {
        if (count == 0) {
            throw new IllegalStateException("no forecast was added");
        }
        return count;
    }
}
