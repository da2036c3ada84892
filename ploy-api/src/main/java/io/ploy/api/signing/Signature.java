package io.ploy.api.signing;

import io.ploy.api.Experimental;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A recoverable secp256k1 signature: r, s and v, 65 bytes, s in the lower half. */
@Experimental
public final class Signature {
    /** How many bytes a signature has. */
    public static final int LENGTH = 65;

    private final byte[] bytes;

    /**
     * Copies the bytes.
     *
     * @param bytes r, s and v; v is 27 or 28
     * @throws IllegalArgumentException if there are not 65
     */
    public Signature(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a signature has 65 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "signature of 65 bytes";
    }
}
