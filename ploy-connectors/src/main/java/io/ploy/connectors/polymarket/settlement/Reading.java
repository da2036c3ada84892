package io.ploy.connectors.polymarket.settlement;

import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import java.util.List;

/**
 * Balances and approvals of an account, as the venue read them from the chain a moment ago.
 *
 * @param collateral its cash
 * @param outcomes shares of the outcomes an operation can move, in their order
 */
record Reading(BalanceAllowance collateral, List<BalanceAllowance> outcomes) {
    /** Copies the list. */
    Reading {
        outcomes = List.copyOf(outcomes);
    }

    Holdings holdings() {
        return new Holdings(
                collateral.balanceMicros(),
                outcomes.stream().map(BalanceAllowance::balanceMicros).toList());
    }
}
