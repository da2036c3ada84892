package io.ploy.core.signing;

/**
 * One private key and the arithmetic of signing with it.
 *
 * <p><b>Threading.</b> Signs on any number of threads at once. Whoever closes it sees to it that none signs any more.
 */
interface KeyArithmetic extends AutoCloseable {
    /** Signs 32 bytes into 65, as {@link io.ploy.api.signing.Signer} says. */
    void sign(byte[] digest, byte[] signature);

    /** Forgets the key. */
    @Override
    void close();
}
