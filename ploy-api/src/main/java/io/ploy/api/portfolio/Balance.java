package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;

/**
 * The collateral of an account.
 *
 * @param settled final
 * @param provisionalOut leaving with fills that are not final: already gone for every decision
 * @param provisionalIn arriving with fills that are not final: not yet there for any decision
 * @param reserved for open orders and operations, including the largest fee they may owe
 */
@Stable
public record Balance(Cash settled, Cash provisionalOut, Cash provisionalIn, Cash reserved) {
    /**
     * What a new order may use.
     *
     * @return settled less what leaves and what is reserved; negative only after late or foreign fills
     */
    public Cash available() {
        return settled.minus(provisionalOut).minus(reserved);
    }

    /**
     * What is there if every provisional fill becomes final.
     *
     * @return settled less what leaves plus what arrives
     */
    public Cash economic() {
        return settled.minus(provisionalOut).plus(provisionalIn);
    }
}
