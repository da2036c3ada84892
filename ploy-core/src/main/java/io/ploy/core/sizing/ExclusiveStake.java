package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;

/**
 * The stake on one of several exclusive outcomes that, with the stakes on the others, makes the bankroll grow fastest.
 *
 * <p>Outcomes are taken in by falling ratio of probability to price, as long as the ratio is above the reserve rate
 * R = (1 − Σ probability) ÷ (1 − Σ price) of those already in. The stake on each of them is then probability − R × price.
 * Everything is compared by cross-multiplied integers, so no rounding decides who is in.
 */
final class ExclusiveStake {
    /** The outcome that is ordered; the others are counted from zero. */
    private static final int OWN = -1;

    private static final int NONE = -2;

    private final SizingInputs figures;
    private final int others;
    private final boolean allowNegativeEdge;
    private long probabilityIn;
    private long priceIn;
    private boolean ownIsIn;

    private ExclusiveStake(SizingInputs figures, boolean allowNegativeEdge) {
        this.figures = figures;
        this.allowNegativeEdge = allowNegativeEdge;
        others = (int) figures.value(SizingInput.OTHER_OUTCOMES);
    }

    /** The stake on the order's own outcome, out of a bankroll in micros; rounded down. */
    static long of(long bankroll, SizingInputs figures, boolean allowNegativeEdge) {
        ExclusiveStake stake = new ExclusiveStake(figures, allowNegativeEdge);
        stake.takeIn();
        return stake.own(bankroll);
    }

    private void takeIn() {
        int outcome = after(NONE);
        while (outcome != NONE && isTakenIn(outcome)) {
            probabilityIn += probability(outcome);
            priceIn += price(outcome);
            ownIsIn |= outcome == OWN;
            outcome = after(outcome);
        }
    }

    private boolean isTakenIn(int outcome) {
        // Prices that add up to 1 would leave nothing to divide by.
        return priceIn + price(outcome) < FixedPoint.ONE
                && probability(outcome) * (FixedPoint.ONE - priceIn)
                        > (FixedPoint.ONE - probabilityIn) * price(outcome);
    }

    private long own(long bankroll) {
        if (!ownIsIn) {
            return 0;
        }
        long divisor = FixedPoint.ONE - priceIn;
        long numerator = probability(OWN) * divisor - (FixedPoint.ONE - probabilityIn) * price(OWN);
        return numerator <= 0 ? 0 : Stake.part(bankroll, numerator, divisor);
    }

    /** The outcome that comes next by falling ratio. */
    private int after(int last) {
        int next = NONE;
        for (int outcome = OWN; outcome < others; outcome++) {
            if (counts(outcome)
                    && (last == NONE || isBefore(last, outcome))
                    && (next == NONE || isBefore(outcome, next))) {
                next = outcome;
            }
        }
        return next;
    }

    /** An outcome without a price, or without a view of it, is among those that are not staked on. */
    private boolean counts(int outcome) {
        long probability = probability(outcome);
        long price = price(outcome);
        return probability > 0 && price > 0 && price < FixedPoint.ONE && (allowNegativeEdge || probability > price);
    }

    private boolean isBefore(int one, int other) {
        long left = probability(one) * price(other);
        long right = probability(other) * price(one);
        return left > right || (left == right && one < other);
    }

    private long probability(int outcome) {
        return outcome == OWN
                ? figures.value(SizingInput.PROBABILITY)
                : figures.value(SizingInput.OTHER_PROBABILITY, outcome);
    }

    private long price(int outcome) {
        return outcome == OWN ? figures.value(SizingInput.ALL_IN) : figures.value(SizingInput.OTHER_ALL_IN, outcome);
    }
}
