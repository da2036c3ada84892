package io.ploy.core.signing;

import java.nio.ByteBuffer;

/**
 * The functions of libsecp256k1 that signing and finding a signer take, with addresses as numbers. Source: {@code secp256k1.h} and
 * {@code secp256k1_recovery.h}, 0.7.
 *
 * <p><b>Threading.</b> Thread-safe, but for a context that is being randomised or destroyed.
 */
interface Libsecp256k1 {
    /** Where a direct buffer's memory lies. */
    long address(ByteBuffer direct);

    long createContext(int flags);

    /** Blinds the arithmetic with 32 random bytes; 1 if it worked. */
    int randomizeContext(long context, long seed);

    void destroyContext(long context);

    /** Signs 32 bytes with a key of 32 bytes by RFC 6979, s in the lower half, into 65 opaque bytes; 1 if it worked. */
    int signRecoverable(long context, long signature, long digest, long key);

    /** Writes an opaque signature as r and s, 64 bytes, and its recovery id, an int. */
    int serializeCompact(long context, long compact, long recoveryId, long signature);

    /** Reads r and s, 64 bytes, and a recovery id of 0 to 3 into 65 opaque bytes; 1 if r and s are in range. */
    int parseCompact(long context, long signature, long compact, int recoveryId);

    /** Finds the public key of a signature of 32 bytes, into 64 opaque bytes; 1 if there is one. */
    int recover(long context, long publicKey, long signature, long digest);

    /** Writes an opaque public key with both coordinates; its length is in and out, of the size of an address. */
    int serializePublicKey(long context, long output, long length, long publicKey);

    /** {@code SECP256K1_EC_UNCOMPRESSED}. */
    int UNCOMPRESSED = 2;
}
