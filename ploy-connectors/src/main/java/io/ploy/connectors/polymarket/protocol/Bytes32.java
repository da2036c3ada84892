package io.ploy.connectors.polymarket.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Thirty-two bytes that mean something to the venue only: a builder's code, what an order carries along. Immutable. */
public final class Bytes32 {
    /** How many bytes. */
    public static final int LENGTH = 32;

    /** All zero: nothing. */
    public static final Bytes32 ZERO = new Bytes32(new byte[LENGTH]);

    private final byte[] bytes;

    private Bytes32(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads hex text.
     *
     * @param hex {@code 0x} and 64 hex digits of any case
     * @throws IllegalArgumentException if it is anything else
     */
    public static Bytes32 parse(String hex) {
        String lower = hex.toLowerCase(Locale.ROOT);
        if (!lower.matches("0x[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not 32 bytes as 0x and 64 hex digits: '" + hex + "'");
        }
        return new Bytes32(HexFormat.of().parseHex(lower, 2, lower.length()));
    }

    /**
     * Writes the bytes.
     *
     * @param to receives them
     * @param at where the first goes
     */
    public void put(byte[] to, int at) {
        System.arraycopy(bytes, 0, to, at, LENGTH);
    }

    /** {@code 0x} and 64 lower-case hex digits. */
    public String hex() {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes32 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
