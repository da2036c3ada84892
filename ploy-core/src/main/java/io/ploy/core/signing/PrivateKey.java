package io.ploy.core.signing;

import io.ploy.api.signing.SigningException;
import java.math.BigInteger;

/** Reads private keys. What it says of a bad one never shows a digit of it. */
final class PrivateKey {
    static final int LENGTH = 32;

    private static final int DIGITS = 2 * LENGTH;

    private PrivateKey() {}

    /** The bytes of a key in hex, with or without {@code 0x}; the caller overwrites them after use. */
    static byte[] parse(char[] hex) {
        int start = hex.length > 1 && hex[0] == '0' && (hex[1] == 'x' || hex[1] == 'X') ? 2 : 0;
        if (hex.length - start != DIGITS) {
            throw new SigningException("a private key is 64 hex digits, with or without 0x; found "
                    + (hex.length - start) + " characters");
        }
        byte[] key = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            key[i] = (byte) (digit(hex, start + 2 * i) << 4 | digit(hex, start + 2 * i + 1));
        }
        return key;
    }

    private static int digit(char[] hex, int at) {
        int value = Character.digit(hex[at], 16);
        if (value < 0 || hex[at] > 'f') {
            throw new SigningException(
                    "a private key is 64 hex digits, with or without 0x; character " + (at + 1) + " is none");
        }
        return value;
    }

    static void requireInRange(byte[] key) {
        if (key.length != LENGTH) {
            throw new SigningException("a private key has 32 bytes, not " + key.length);
        }
        BigInteger number = new BigInteger(1, key);
        if (number.signum() == 0 || number.compareTo(Secp256k1.ORDER) >= 0) {
            throw new SigningException(
                    "this is no private key of secp256k1: it is zero, or not below the order of the curve");
        }
    }
}
