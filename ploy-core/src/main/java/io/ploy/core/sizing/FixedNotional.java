package io.ploy.core.sizing;

import io.ploy.api.money.Cash;
import java.util.List;

/**
 * As many shares as an amount pays for, fees included.
 *
 * @param amount above 0
 */
public record FixedNotional(Cash amount) implements SizingPolicy {
    /** 10 USD. */
    public static final FixedNotional DEFAULT = new FixedNotional(Cash.ofUsd(10));

    private static final List<SizingInput> NEEDS = List.of(SizingInput.ALL_IN);

    /** Checks the range. */
    public FixedNotional {
        Ranges.above("FIXED_NOTIONAL amount", amount);
    }

    @Override
    public List<SizingInput> needs() {
        return NEEDS;
    }

    @Override
    public long shares(SizingInputs figures) {
        return Stake.shares(amount.micros(), figures.value(SizingInput.ALL_IN));
    }

    @Override
    public String toString() {
        return "FIXED_NOTIONAL " + amount + " USD";
    }
}
