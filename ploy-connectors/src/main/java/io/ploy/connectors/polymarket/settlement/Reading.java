package io.ploy.connectors.polymarket.settlement;

import io.ploy.connectors.polymarket.clob.BalanceAllowance;

/**
 * Balances and approvals of an account, as the venue read them from the chain a moment ago.
 *
 * @param collateral its cash
 * @param first shares of the market's first outcome
 * @param second shares of its second outcome
 */
record Reading(BalanceAllowance collateral, BalanceAllowance first, BalanceAllowance second) {
    Holdings holdings() {
        return new Holdings(collateral.balanceMicros(), first.balanceMicros(), second.balanceMicros());
    }
}
