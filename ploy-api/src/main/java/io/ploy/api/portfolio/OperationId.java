package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.order.AccountId;

/**
 * Our name for one operation on outcome sets.
 *
 * @param account whose operation
 * @param epoch which run of the engine, from 1
 * @param number which operation of that run, from 1
 */
@Stable
public record OperationId(AccountId account, long epoch, long number) {
    @Override
    public String toString() {
        return account + "-" + epoch + "-op" + number;
    }
}
