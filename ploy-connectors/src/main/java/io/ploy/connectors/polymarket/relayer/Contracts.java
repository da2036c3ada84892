package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;

/** Contracts that have to be there. */
final class Contracts {
    private Contracts() {}

    static Address on(Contract contract, Chain chain) {
        return contract.on(chain)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no address of " + contract + " on " + chain + " is known, so it cannot be called there"));
    }
}
