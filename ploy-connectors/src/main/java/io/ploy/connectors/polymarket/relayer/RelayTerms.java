package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;

/**
 * What a proxy wallet's next transaction must name.
 *
 * @param relay who carries it
 * @param nonce its number, 0 or more
 * @param gasLimit the most gas it may use, above 0
 */
public record RelayTerms(Address relay, long nonce, long gasLimit) {
    /** What the venue's clients allow where they do not estimate. */
    public static final long USUAL_GAS_LIMIT = 10_000_000;

    /** Checks the ranges. */
    public RelayTerms {
        if (nonce < 0 || gasLimit <= 0) {
            throw new IllegalArgumentException("no terms of a relay: nonce " + nonce + ", gas limit " + gasLimit);
        }
    }
}
