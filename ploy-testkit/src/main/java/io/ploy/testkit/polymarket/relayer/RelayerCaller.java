package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import java.util.Optional;

/**
 * Who asks the relayer.
 *
 * @param name tells callers apart
 * @param only the key whose wallets it may use; absent for builders, who may use any with its owner's signature
 */
record RelayerCaller(String name, Optional<Address> only) {}
