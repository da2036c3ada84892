package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an account has that an operation can move.
 *
 * @param collateral in micros
 * @param shares of the outcomes the operation can move, in their order, in micros
 */
record Holdings(long collateral, List<Long> shares) {
    /** Copies the list. */
    Holdings {
        shares = List.copyOf(shares);
    }

    /** Whether it is nothing but collateral. */
    boolean isWithoutShares() {
        return shares.stream().allMatch(each -> each == 0);
    }

    @Override
    public String toString() {
        return shares.stream().map(each -> Quantity.ofMicros(each).toString()).collect(Collectors.joining(" and "))
                + " shares and " + Cash.ofMicros(collateral) + " USD";
    }
}
