package io.ploy.api.signing;

import io.ploy.api.Experimental;

/**
 * Signs with a secp256k1 key it does not show. What to sign is the caller's knowledge, how to sign the signer's.
 *
 * <p><b>What is signed</b> is always the Keccak-256 hash of a message: for EIP-712 data the 66 bytes {@code 0x1901},
 * domain separator and structure hash. Both the message and its hash are handed over, because a key in this process needs
 * the hash only, while a key elsewhere wants to hash for itself.
 *
 * <p><b>Signatures</b> are deterministic (RFC 6979), so the same message always gives the same bytes; s lies in the lower
 * half; v is 27 or 28.
 *
 * <p><b>Threading.</b> Thread-safe; may wait when the key is elsewhere, so it is never called on the engine thread.
 */
@Experimental
public interface Signer {
    /**
     * Whose signatures these are.
     *
     * @return the key's address
     */
    Address address();

    /**
     * Signs a message. Keeps none of the arrays.
     *
     * @param message any length
     * @param digest the message's Keccak-256 hash, 32 bytes
     * @param signature receives r, s and v, 65 bytes
     * @throws SigningException if the key cannot be used or reached; nothing was signed
     */
    void sign(byte[] message, byte[] digest, byte[] signature);

    /**
     * Hashes and signs a message.
     *
     * @param message any length
     * @return the signature
     * @throws SigningException if the key cannot be used or reached; nothing was signed
     */
    default Signature sign(byte[] message) {
        byte[] signature = new byte[Signature.LENGTH];
        sign(message, Keccak256.of(message), signature);
        return new Signature(signature);
    }
}
