package io.ploy.core.sizing;

import io.ploy.core.allocation.Fraction;
import java.util.List;

/**
 * Stakes by edge across the outcomes of an event of which exactly one pays: a fraction of the stakes that together would
 * let the bankroll grow fastest. The order's own outcome gets its stake less what is held of it; the event as a whole gets
 * no more than the cap.
 *
 * @param fraction of the full stake, above 0
 * @param cap the most for all outcomes of an event, of the bankroll, above 0
 * @param allowNegativeEdge whether to stake also on outcomes that cost more than they are worth, where they insure the
 *     others
 */
public record ExclusiveKelly(Fraction fraction, Fraction cap, boolean allowNegativeEdge) implements SizingPolicy {
    /** A quarter of the full stakes, at most 10 % of the bankroll for an event, nothing on outcomes without an edge. */
    public static final ExclusiveKelly DEFAULT = new ExclusiveKelly(Fraction.percent(25), Fraction.percent(10), false);

    private static final List<SizingInput> NEEDS = List.of(
            SizingInput.PROBABILITY,
            SizingInput.CONFIDENCE,
            SizingInput.BANKROLL,
            SizingInput.ALL_IN,
            SizingInput.OTHER_OUTCOMES,
            SizingInput.HELD_IN_OUTCOME,
            SizingInput.HELD_IN_EVENT);

    /** Checks the ranges. */
    public ExclusiveKelly {
        Ranges.above("EXCLUSIVE_KELLY fraction", fraction);
        Ranges.above("EXCLUSIVE_KELLY cap", cap);
    }

    @Override
    public List<SizingInput> needs() {
        return NEEDS;
    }

    @Override
    public long shares(SizingInputs figures) {
        long bankroll = figures.value(SizingInput.BANKROLL);
        long stake = ExclusiveStake.of(fraction.of(bankroll), figures, allowNegativeEdge);
        long trusted = Stake.trusted(stake, figures.value(SizingInput.CONFIDENCE));
        long wanted = trusted - figures.value(SizingInput.HELD_IN_OUTCOME);
        long room = cap.of(bankroll) - figures.value(SizingInput.HELD_IN_EVENT);
        return Stake.shares(Math.min(wanted, room), figures.value(SizingInput.ALL_IN));
    }

    @Override
    public String toString() {
        return "EXCLUSIVE_KELLY " + fraction + ", at most " + cap + " of the bankroll for an event"
                + (allowNegativeEdge ? ", insuring" : "");
    }
}
