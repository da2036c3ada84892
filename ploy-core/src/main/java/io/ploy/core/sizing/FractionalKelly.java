package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;
import io.ploy.core.allocation.Fraction;
import java.math.RoundingMode;
import java.util.List;

/**
 * Stakes by edge: a fraction of the part of the bankroll that would let it grow fastest, for one outcome on its own. That
 * part is (probability − price) ÷ (1 − price), with the price all-in; without an edge it is nothing.
 *
 * @param fraction of the full stake, above 0
 * @param cap the most, of the bankroll, above 0
 */
public record FractionalKelly(Fraction fraction, Fraction cap) implements SizingPolicy {
    /** A quarter of the full stake, at most 5 % of the bankroll. */
    public static final FractionalKelly DEFAULT = new FractionalKelly(Fraction.percent(25), Fraction.percent(5));

    private static final List<SizingInput> NEEDS =
            List.of(SizingInput.PROBABILITY, SizingInput.CONFIDENCE, SizingInput.BANKROLL, SizingInput.ALL_IN);

    /** Checks the ranges. */
    public FractionalKelly {
        Ranges.above("FRACTIONAL_KELLY fraction", fraction);
        Ranges.above("FRACTIONAL_KELLY cap", cap);
    }

    @Override
    public List<SizingInput> needs() {
        return NEEDS;
    }

    @Override
    public long shares(SizingInputs figures) {
        long probability = figures.value(SizingInput.PROBABILITY);
        long allIn = figures.value(SizingInput.ALL_IN);
        if (probability <= allIn) {
            return 0;
        }
        long bankroll = figures.value(SizingInput.BANKROLL);
        long trusted = Stake.trusted(fraction.of(bankroll), figures.value(SizingInput.CONFIDENCE));
        long stake = FixedPoint.mulDiv(trusted, probability - allIn, FixedPoint.ONE - allIn, RoundingMode.FLOOR);
        return Stake.shares(Math.min(stake, cap.of(bankroll)), allIn);
    }

    @Override
    public String toString() {
        return "FRACTIONAL_KELLY " + fraction + ", at most " + cap + " of the bankroll";
    }
}
