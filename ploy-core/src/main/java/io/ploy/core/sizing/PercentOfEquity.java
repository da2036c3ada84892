package io.ploy.core.sizing;

import io.ploy.core.allocation.Fraction;
import java.util.List;

/**
 * As many shares as a part of the account's equity pays for, fees included.
 *
 * @param fraction of the equity, above 0
 */
public record PercentOfEquity(Fraction fraction) implements SizingPolicy {
    /** 1 %. */
    public static final PercentOfEquity DEFAULT = new PercentOfEquity(Fraction.percent(1));

    private static final List<SizingInput> NEEDS = List.of(SizingInput.EQUITY, SizingInput.ALL_IN);

    /** Checks the range. */
    public PercentOfEquity {
        Ranges.above("PERCENT_EQUITY", fraction);
    }

    @Override
    public List<SizingInput> needs() {
        return NEEDS;
    }

    @Override
    public long shares(SizingInputs figures) {
        return Stake.shares(fraction.of(figures.value(SizingInput.EQUITY)), figures.value(SizingInput.ALL_IN));
    }

    @Override
    public String toString() {
        return "PERCENT_EQUITY " + fraction;
    }
}
