package io.ploy.api.maths;

import io.ploy.api.Experimental;

/** Probabilities without a bookmaker's margin. Immutable. */
@Experimental
public final class FairProbabilities {
    private final double[] probabilities;
    private final double parameter;
    private final boolean arbitrageInOdds;

    FairProbabilities(double[] probabilities, double parameter, boolean arbitrageInOdds) {
        this.probabilities = probabilities.clone();
        this.parameter = parameter;
        this.arbitrageInOdds = arbitrageInOdds;
    }

    /**
     * One outcome's probability.
     *
     * @param outcome its place in the odds, from 0
     * @return above 0 and below 1
     */
    public double get(int outcome) {
        return probabilities[outcome];
    }

    /**
     * How many outcomes there are.
     *
     * @return 2 or more
     */
    public int size() {
        return probabilities.length;
    }

    /**
     * All probabilities in the order of the odds.
     *
     * @return a copy
     */
    public double[] toArray() {
        return probabilities.clone();
    }

    /**
     * The method's parameter: the power k, or Shin's z.
     *
     * @return 0 where none was needed
     */
    public double parameter() {
        return parameter;
    }

    /**
     * Whether the odds implied less than certainty: backing every outcome would have paid.
     *
     * @return true for a sum below 1
     */
    public boolean arbitrageInOdds() {
        return arbitrageInOdds;
    }
}
