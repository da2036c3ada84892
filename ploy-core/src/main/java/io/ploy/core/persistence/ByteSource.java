package io.ploy.core.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteSink} wrote. Anything else is an {@link IllegalArgumentException}, never an endless loop and never
 * a huge array. Not thread-safe.
 */
final class ByteSource {
    private static final int INTERNED = 4096;

    private final @Nullable String[] interned = new @Nullable String[INTERNED];
    private byte[] bytes = {};
    private int at;
    private int end;

    void reset(byte[] from, int offset, int length) {
        bytes = from;
        at = offset;
        end = offset + length;
    }

    int remaining() {
        return end - at;
    }

    int next() {
        if (at == end) {
            throw new IllegalArgumentException("the record ends too early");
        }
        return bytes[at++] & 0xff;
    }

    boolean flag() {
        int value = next();
        if (value > 1) {
            throw new IllegalArgumentException("neither yes nor no: " + value);
        }
        return value == 1;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number that does not end");
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    int count() {
        long value = unsigned();
        // Every element takes at least a byte, so more of them than bytes cannot be.
        if (value < 0 || value > remaining()) {
            throw new IllegalArgumentException(value + " elements in " + remaining() + " bytes");
        }
        return (int) value;
    }

    int integer() {
        return Math.toIntExact(signed());
    }

    String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** Text that comes again and again, such as an instrument's name: one instance for all of them where possible. */
    String name() {
        int length = count();
        int start = at;
        at += length;
        int hash = 0;
        for (int i = start; i < at; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (INTERNED - 1);
        String known = interned[slot];
        if (known != null && isAt(start, length, known)) {
            return known;
        }
        String fresh = new String(bytes, start, length, StandardCharsets.UTF_8);
        interned[slot] = fresh;
        return fresh;
    }

    private boolean isAt(int start, int length, String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            // A character of more than one byte is never equal to a byte, which is signed.
            if (text.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte[] rest() {
        int start = at;
        at = end;
        return Arrays.copyOfRange(bytes, start, end);
    }
}
