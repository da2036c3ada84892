package io.ploy.connectors.polymarket.protocol;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names an outcome of a position market. Unlike a token of the older markets it has parts that can be read, from high to
 * low: module (8 bits), base hash (128), arity (16), 64 zeros, resolution chain (16), condition index (16), outcome (8).
 * Immutable.
 *
 * <p>Source: the venue's contracts, release 1.2.0.
 */
public final class PositionId {
    private static final int LENGTH = 32;
    private static final int BASE_HASH = 1;
    private static final int ARITY = 17;
    private static final int RESERVED = 19;
    private static final int RESOLUTION_CHAIN = 27;
    private static final int CONDITION_INDEX = 29;
    private static final int OUTCOME = 31;
    private static final int EVENT_LENGTH = 29;

    private final byte[] bytes;

    private PositionId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What kind of question a position belongs to. */
    public enum Module {
        /** A question of its own. */
        BINARY,
        /** One of the questions of an event of which at most one comes true. */
        NEG_RISK,
        /** Several questions that must all come out as named. */
        COMBINATORIAL
    }

    /**
     * Reads an id.
     *
     * @param decimal as the venue writes it
     * @throws IllegalArgumentException if it is no id of a position, such as that of a token
     */
    public static PositionId parse(String decimal) {
        byte[] bytes = bytes(decimal);
        if (!reservedIsZero(bytes)) {
            throw new IllegalArgumentException(
                    "id " + decimal + " is that of a token, not of a position: its bits 40 to 103 are not all zero");
        }
        if (bytes[0] < 1 || bytes[0] > Module.values().length) {
            throw new IllegalArgumentException("position id " + decimal + " belongs to module " + (bytes[0] & 0xff)
                    + "; known are 1 to " + Module.values().length);
        }
        if (bytes[OUTCOME] != 0 && bytes[OUTCOME] != 1) {
            throw new IllegalArgumentException(
                    "position id " + decimal + " names outcome " + (bytes[OUTCOME] & 0xff) + "; there are 0 and 1");
        }
        return new PositionId(bytes);
    }

    /**
     * Whether an id looks like that of a position: its reserved bits are zero. A token's are by a chance of one in
     * 2<sup>64</sup>. For when nothing but the id is known; a market's version goes before.
     *
     * @param decimal as the venue writes it
     * @throws IllegalArgumentException if it is no whole number of up to 256 bits
     */
    public static boolean looksLikeOne(String decimal) {
        return reservedIsZero(bytes(decimal));
    }

    private static byte[] bytes(String decimal) {
        if (!decimal.matches("0|[1-9][0-9]{0,77}")) {
            throw new IllegalArgumentException("not an id of decimal digits: '" + decimal + "'");
        }
        byte[] number = new BigInteger(decimal).toByteArray();
        int from = number[0] == 0 ? 1 : 0;
        if (number.length - from > LENGTH) {
            throw new IllegalArgumentException("not an id of up to 256 bits: " + decimal);
        }
        byte[] bytes = new byte[LENGTH];
        System.arraycopy(number, from, bytes, LENGTH - number.length + from, number.length - from);
        return bytes;
    }

    private static boolean reservedIsZero(byte[] bytes) {
        for (int i = RESERVED; i < RESOLUTION_CHAIN; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** What kind of question it belongs to. */
    public Module module() {
        return Module.values()[bytes[0] - 1];
    }

    /** The hash of what the question was made of: 16 bytes as {@code 0x} and hex digits. */
    public String baseHash() {
        return hex(BASE_HASH, ARITY);
    }

    /** Of a combination, how many questions it has. */
    public int arity() {
        return number(ARITY);
    }

    /** Where the question is decided; 0 is Polygon. */
    public int resolutionChain() {
        return number(RESOLUTION_CHAIN);
    }

    /** Which question of its event it belongs to. */
    public int conditionIndex() {
        return number(CONDITION_INDEX);
    }

    /** 0 for the first outcome (yes), 1 for the second (no). */
    public int outcome() {
        return bytes[OUTCOME];
    }

    /** The question. */
    public ConditionId condition() {
        return ConditionId.ofPosition(bytes);
    }

    /** The event: 29 bytes as {@code 0x} and hex digits. */
    public String event() {
        return hex(0, EVENT_LENGTH);
    }

    /**
     * The event as a word of 32 bytes, with three zeros behind its 29.
     *
     * @return the caller's own
     */
    public byte[] eventWord() {
        return Arrays.copyOf(Arrays.copyOf(bytes, EVENT_LENGTH), LENGTH);
    }

    /** The other outcome of the same question. */
    public PositionId sibling() {
        byte[] other = bytes.clone();
        other[OUTCOME] ^= 1;
        return new PositionId(other);
    }

    private int number(int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private String hex(int from, int to) {
        return "0x" + HexFormat.of().formatHex(bytes, from, to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PositionId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Decimal digits, as the venue writes it. */
    @Override
    public String toString() {
        return new BigInteger(1, bytes).toString();
    }
}
