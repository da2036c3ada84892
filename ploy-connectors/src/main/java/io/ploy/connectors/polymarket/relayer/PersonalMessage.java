package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import java.nio.charset.StandardCharsets;

/** A hash signed as a message of a person, which cannot be mistaken for a transaction. Source: EIP-191, version 0x45. */
final class PersonalMessage {
    private static final byte[] PREFIX =
            ("\u0019Ethereum Signed Message:\n" + Keccak256.LENGTH).getBytes(StandardCharsets.US_ASCII);

    private PersonalMessage() {}

    /** Signs: r, s and v. */
    static byte[] sign(Signer signer, byte[] hash) {
        byte[] message = new byte[PREFIX.length + Keccak256.LENGTH];
        System.arraycopy(PREFIX, 0, message, 0, PREFIX.length);
        System.arraycopy(hash, 0, message, PREFIX.length, Keccak256.LENGTH);
        return signer.sign(message).bytes();
    }
}
