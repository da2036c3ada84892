package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;

/** A signer for what needs no signature. */
record AddressOnly(Address address) implements Signer {
    @Override
    public void sign(byte[] message, byte[] digest, byte[] signature) {
        throw new AssertionError("nothing here is signed");
    }
}
