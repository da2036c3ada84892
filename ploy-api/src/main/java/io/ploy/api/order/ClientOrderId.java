package io.ploy.api.order;

import io.ploy.api.Stable;

/**
 * Our name for one intent. Never reused: a restart begins a new epoch. Deterministic: the same events give the same
 * ids.
 *
 * @param account whose order
 * @param epoch which run of the engine, from 1
 * @param number which order of that run, from 1
 */
@Stable
public record ClientOrderId(AccountId account, long epoch, long number) implements Comparable<ClientOrderId> {
    /** Checks the ranges. */
    public ClientOrderId {
        if (epoch < 1 || number < 1) {
            throw new IllegalArgumentException("epoch and number start at 1: " + epoch + ", " + number);
        }
    }

    @Override
    public int compareTo(ClientOrderId other) {
        int byAccount = account.name().compareTo(other.account.name());
        int byEpoch = Long.compare(epoch, other.epoch);
        return byAccount != 0 ? byAccount : byEpoch != 0 ? byEpoch : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return account.name() + "-" + epoch + "-" + number;
    }
}
