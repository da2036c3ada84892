package io.ploy.connectors.polymarket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes put together to be hashed, in an array that is used again. */
final class HashInput {
    private static final int LONGEST_DECIMAL = 24;

    private byte[] bytes = new byte[1 << 14];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void append(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 128) {
                appendEncoded(text.substring(i));
                return;
            }
            bytes[length++] = (byte) letter;
        }
    }

    private void appendEncoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** Writes micros, zero or more, as the shortest decimal text. */
    void appendDecimal(long micros) {
        ensure(LONGEST_DECIMAL);
        long whole = micros / 1_000_000;
        int digits = 1;
        for (long rest = whole / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int end = length + digits;
        for (int i = end - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + whole % 10);
            whole /= 10;
        }
        length = end;
        int fraction = (int) (micros % 1_000_000);
        if (fraction != 0) {
            bytes[length++] = '.';
            for (int unit = 100_000; fraction > 0; unit /= 10) {
                bytes[length++] = (byte) ('0' + fraction / unit);
                fraction %= unit;
            }
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
