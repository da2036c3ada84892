package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;

/**
 * What an account has that an operation on one market can move.
 *
 * @param collateral in micros
 * @param first shares of the market's first outcome, in micros
 * @param second shares of its second outcome, in micros
 */
record Holdings(long collateral, long first, long second) {
    @Override
    public String toString() {
        return Quantity.ofMicros(first) + " and " + Quantity.ofMicros(second) + " shares and "
                + Cash.ofMicros(collateral) + " USD";
    }
}
