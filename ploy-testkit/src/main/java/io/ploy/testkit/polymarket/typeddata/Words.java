package io.ploy.testkit.polymarket.typeddata;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Values as contracts encode them, each in 32 bytes, one after another. Not thread-safe. */
public final class Words {
    /** How many bytes a value takes. */
    public static final int LENGTH = 32;

    private final ByteBuffer buffer;

    /**
     * No values yet.
     *
     * @param count how many values there will be
     */
    public Words(int count) {
        buffer = ByteBuffer.allocate(count * LENGTH);
    }

    /**
     * Adds 32 bytes as they are.
     *
     * @param bytes a hash, or a {@code bytes32}
     * @return this
     * @throws IllegalArgumentException if there are not 32
     */
    public Words bytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a word has 32 bytes, not " + bytes.length);
        }
        buffer.put(bytes);
        return this;
    }

    /**
     * Adds the hash of a text: what a {@code string} in typed data is encoded as.
     *
     * @param text any
     * @return this
     */
    public Words text(String text) {
        return bytes(Keccak256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Adds a number.
     *
     * @param number not negative
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Words number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("a number of typed data is not negative: " + number);
        }
        buffer.position(buffer.position() + LENGTH - Long.BYTES);
        buffer.putLong(number);
        return this;
    }

    /**
     * Adds a number.
     *
     * @param number 0 to 2<sup>256</sup> − 1
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Words number(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 8 * LENGTH) {
            throw new IllegalArgumentException("not a number of 256 bits: " + number);
        }
        byte[] bytes = number.toByteArray();
        int sign = bytes.length > LENGTH ? 1 : 0;
        buffer.position(buffer.position() + LENGTH - (bytes.length - sign));
        buffer.put(bytes, sign, bytes.length - sign);
        return this;
    }

    /**
     * Adds an address.
     *
     * @param address at the end of its 32 bytes
     * @return this
     */
    public Words address(Address address) {
        buffer.position(buffer.position() + LENGTH - Address.LENGTH);
        buffer.put(address.bytes());
        return this;
    }

    /**
     * The hash of the values so far.
     *
     * @return 32 bytes
     */
    public byte[] hash() {
        byte[] hash = new byte[Keccak256.LENGTH];
        new Keccak256().hash(buffer.array(), 0, buffer.position(), hash, 0);
        return hash;
    }

    /**
     * The values.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
        return bytes;
    }
}
