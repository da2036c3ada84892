package io.ploy.core.sizing;

import io.ploy.api.money.Quantity;
import java.util.List;

/**
 * Always the same number of shares.
 *
 * @param shares above 0, whole lots
 */
public record FixedShares(Quantity shares) implements SizingPolicy {
    /** 20 shares. */
    public static final FixedShares DEFAULT = new FixedShares(Quantity.ofShares(20));

    /** Checks the range. */
    public FixedShares {
        if (shares.isZero() || !shares.floorToLot().equals(shares)) {
            throw new IllegalArgumentException(
                    "FIXED_SHARES of " + shares + ", allowed are multiples of " + Quantity.LOT + " above 0");
        }
    }

    @Override
    public List<SizingInput> needs() {
        return List.of();
    }

    @Override
    public long shares(SizingInputs figures) {
        return shares.micros();
    }

    @Override
    public String toString() {
        return "FIXED_SHARES " + shares;
    }
}
