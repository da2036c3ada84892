package io.ploy.api.signing;

import io.ploy.api.Experimental;

/**
 * Signs digests with a key it does not show.
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
     * Signs a digest. Deterministic (RFC 6979): the same digest gives the same signature.
     *
     * @param digest 32 bytes, the EIP-712 hash of a structure the caller knows
     * @return the signature
     */
    Signature sign(byte[] digest);
}
