package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.money.Cash;
import org.jspecify.annotations.Nullable;

/**
 * What a venue may take of an account to settle its orders in one instrument, as far as the venue says so.
 *
 * @param collateral the most that purchases may take, not negative; {@link #UNLIMITED} for all there is; null if that is not said
 * @param shares whether sales may take shares; null if that is not said
 * @param taker who takes it, such as the address of a contract; empty if that is not said
 */
@Experimental
public record Allowance(@Nullable Cash collateral, @Nullable Boolean shares, String taker) {
    /** Collateral without a limit. */
    public static final Cash UNLIMITED = Cash.ofMicros(Long.MAX_VALUE);

    /** Nothing is said. */
    public static final Allowance NOT_STATED = new Allowance(null, null, "");

    /** Checks the amount. */
    public Allowance {
        if (collateral != null && collateral.isNegative()) {
            throw new IllegalArgumentException("allowance below zero: " + collateral);
        }
    }

    /**
     * Whether a purchase is known to be more than may be taken.
     *
     * @param cost with the largest fee
     * @return false too if nothing is said of collateral
     */
    public boolean forbidsSpending(Cash cost) {
        return collateral != null && cost.compareTo(collateral) > 0;
    }

    /**
     * Whether sales are known not to be approved.
     *
     * @return false too if nothing is said of shares
     */
    public boolean forbidsSelling() {
        return Boolean.FALSE.equals(shares);
    }
}
