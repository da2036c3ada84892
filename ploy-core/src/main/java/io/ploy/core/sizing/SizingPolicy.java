package io.ploy.core.sizing;

import java.util.List;

/**
 * How many shares a purchase is for. Immutable, thread-safe, and pure: the same figures give the same number. A lower
 * probability, a higher price or a smaller bankroll never gives more. {@link Sizer} applies one.
 */
public sealed interface SizingPolicy
        permits DrawdownScaled,
                ExclusiveKelly,
                FixedNotional,
                FixedShares,
                FractionalKelly,
                FundSlots,
                PercentOfEquity {
    /**
     * What must be known.
     *
     * @return without those of other outcomes, which may be absent
     */
    List<SizingInput> needs();

    /**
     * How many shares.
     *
     * @param figures those it needs, none absent and each in its range
     * @return micro-shares, 0 or more, not rounded to lots and not bounded by what was asked for
     */
    long shares(SizingInputs figures);
}
