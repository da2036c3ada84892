package io.ploy.connectors.polymarket.order;

import io.ploy.connectors.polymarket.protocol.TypedData;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** An outcome as orders name it: the decimal text the venue reads, and the word that is signed. Immutable. */
final class Token {
    /** The digits of 2<sup>256</sup> − 1. */
    static final int LONGEST = 78;

    private final byte[] text;
    private final byte[] word;

    private Token(byte[] text, byte[] word) {
        this.text = text;
        this.word = word;
    }

    /**
     * Reads a token or position id.
     *
     * @param id decimal, above zero and below 2<sup>256</sup>, without leading zeros
     * @throws IllegalArgumentException if it is anything else
     */
    static Token parse(String id) {
        if (!isDecimal(id)) {
            throw new IllegalArgumentException("not a decimal token id: '" + id + "'");
        }
        BigInteger number = new BigInteger(id);
        if (number.bitLength() > 256) {
            throw new IllegalArgumentException("a token id has at most 256 bits: " + id);
        }
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, TypedData.WORD);
        byte[] word = new byte[TypedData.WORD];
        System.arraycopy(bytes, bytes.length - length, word, TypedData.WORD - length, length);
        return new Token(id.getBytes(StandardCharsets.US_ASCII), word);
    }

    private static boolean isDecimal(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST && id.charAt(0) != '0';
    }

    /** The bytes themselves: decimal digits. */
    byte[] text() {
        return text;
    }

    /** The bytes themselves: 32. */
    byte[] word() {
        return word;
    }
}
