package io.ploy.core.signing;

import java.nio.ByteBuffer;

/**
 * The C function that signs, called with everything in native memory and nothing around it: what no signer can beat. The
 * context is not blinded anew, which costs no signature anything. For benchmarks in other packages.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
public final class BareCall {
    private static final int CONTEXT_NONE = 1;

    private final Libsecp256k1 library;
    private final long context;
    private final ByteBuffer digest = ByteBuffer.allocateDirect(32);
    private final ByteBuffer key;
    private final ByteBuffer signature = ByteBuffer.allocateDirect(65);
    private final long digestAddress;
    private final long keyAddress;
    private final long signatureAddress;
    private int number;

    private BareCall(Libsecp256k1 library, byte[] key) {
        this.library = library;
        this.context = library.createContext(CONTEXT_NONE);
        this.key = ByteBuffer.allocateDirect(key.length).put(0, key);
        this.digestAddress = library.address(digest);
        this.keyAddress = library.address(this.key);
        this.signatureAddress = library.address(signature);
    }

    /**
     * Through the foreign-function API, or through JNA where the JDK is too old for it.
     *
     * @param key 32 bytes
     * @throws IllegalStateException if the library cannot be called here, so that there is nothing to compare with
     */
    public static BareCall of(byte[] key) {
        boolean foreign = Runtime.version().feature() >= ForeignFunctions.FIRST_JDK;
        try {
            return new BareCall(foreign ? ForeignLibsecp256k1.load() : JnaLibsecp256k1.load(), key);
        } catch (UnavailableException e) {
            throw new IllegalStateException("no bare call to compare with", e);
        }
    }

    /** Signs the next digest; 1 if it worked. */
    public int sign() {
        digest.putInt(0, ++number);
        return library.signRecoverable(context, signatureAddress, digestAddress, keyAddress);
    }
}
