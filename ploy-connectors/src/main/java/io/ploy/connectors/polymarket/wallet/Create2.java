package io.ploy.connectors.polymarket.wallet;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;

/** The address a factory's contract gets: known before it is there. Source: EIP-1014. */
final class Create2 {
    private Create2() {}

    static Address address(Address factory, byte[] salt, byte[] initCodeHash) {
        byte[] input = new byte[1 + Address.LENGTH + 2 * Keccak256.LENGTH];
        input[0] = (byte) 0xff;
        System.arraycopy(factory.bytes(), 0, input, 1, Address.LENGTH);
        System.arraycopy(salt, 0, input, 1 + Address.LENGTH, Keccak256.LENGTH);
        System.arraycopy(initCodeHash, 0, input, 1 + Address.LENGTH + Keccak256.LENGTH, Keccak256.LENGTH);
        return Address.of(Keccak256.of(input), Keccak256.LENGTH - Address.LENGTH);
    }
}
