package io.ploy.testkit.polymarket.chain;

import java.math.BigInteger;
import java.util.HexFormat;

/** Bytes and numbers as nodes write them. */
final class Hex {
    private static final HexFormat HEX = HexFormat.of();

    private Hex() {}

    /** @throws IllegalArgumentException if it is not 0x and pairs of hexadecimal digits */
    static byte[] bytes(String text) {
        if (!text.startsWith("0x")) {
            throw new IllegalArgumentException("hex string without 0x prefix");
        }
        return HEX.parseHex(text, 2, text.length());
    }

    static int length(String text) {
        return (text.length() - 2) / 2;
    }

    static String of(byte[] bytes) {
        return "0x" + HEX.formatHex(bytes);
    }

    static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }

    static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }

    /** @throws IllegalArgumentException if it is not 0x and hexadecimal digits */
    static BigInteger number(String text) {
        if (!text.matches("0x[0-9a-fA-F]{1,64}")) {
            throw new IllegalArgumentException("invalid hex quantity");
        }
        return new BigInteger(text.substring(2), 16);
    }
}
