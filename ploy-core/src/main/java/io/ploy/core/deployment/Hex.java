package io.ploy.core.deployment;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** SHA-256 as 64 lower-case hex digits. */
final class Hex {
    static final String ZERO = "0".repeat(64);

    private Hex() {}

    static String check(String what, String digits) {
        if (digits.length() != ZERO.length() || !digits.chars().allMatch(Hex::isDigit)) {
            throw new IllegalArgumentException(what + " is no SHA-256 in lower-case hex: '" + digits + "'");
        }
        return digits;
    }

    private static boolean isDigit(int letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }

    static String of(byte[] bytes, int from, int length) {
        return Hashing.sha256().hashBytes(bytes, from, length).toString();
    }

    static String of(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    static String shortened(String digits) {
        return digits.substring(0, 12);
    }
}
