package io.ploy.testkit.polymarket.relayer;

import java.time.Duration;

/**
 * How fast the relayer is.
 *
 * @param broadcastAfter from taking a transaction to sending it to the chain, not negative
 * @param confirmations how many blocks must follow its block before it is done for good, not negative
 */
public record RelayerSettings(Duration broadcastAfter, int confirmations) {
    /** About what the venue's is seen to take: some nine seconds altogether. */
    public static final RelayerSettings USUAL = new RelayerSettings(Duration.ofSeconds(1), 3);

    /** Checks the ranges. */
    public RelayerSettings {
        if (broadcastAfter.isNegative() || confirmations < 0) {
            throw new IllegalArgumentException(
                    "a relayer waits neither " + broadcastAfter + " nor " + confirmations + " blocks");
        }
    }
}
