package io.ploy.connectors.polymarket.order;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text built up in memory that is used again. What is put in must need no escapes. Not thread-safe. */
final class JsonBytes {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[2048];
    private int length;

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    /** Plain characters. */
    JsonBytes put(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** A number, zero or more, in decimal digits. */
    JsonBytes put(long number) {
        reserve(20);
        int end = length + 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        long rest = number;
        for (int at = end - 1; at >= length; at--) {
            bytes[at] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        }
        length = end;
        return this;
    }

    /** Two hex digits for each byte. */
    JsonBytes putHex(byte[] raw) {
        reserve(2 * raw.length);
        for (byte b : raw) {
            bytes[length++] = DIGITS[b >> 4 & 0xf];
            bytes[length++] = DIGITS[b & 0xf];
        }
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** What was put in so far. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was put in so far, as text. */
    String toText() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
