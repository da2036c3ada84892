package io.ploy.core.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values one after the other into an array that grows and is used again. Not thread-safe. */
final class ByteSink {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int VARINT_BYTES = 10;

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array written into; valid until the next write, from 0 to {@link #size()}. */
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Starts again, leaving room at the front for {@link #setByte}, {@link #setInt} and {@link #setLong}. */
    void restart(int room) {
        size = 0;
        reserve(room);
        size = room;
    }

    void setByte(int offset, int value) {
        bytes[offset] = (byte) value;
    }

    void setInt(int offset, int value) {
        INT.set(bytes, offset, value);
    }

    void setLong(int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    void flag(boolean value) {
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** Seven bits a byte, lowest first: short for small values, ten bytes for negative ones. */
    void unsigned(long value) {
        reserve(VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Short for values near zero on either side. */
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** UTF-8 with its length. Half a surrogate pair, which is no character, becomes a question mark. */
    void text(String text) {
        int length = text.length();
        reserve(VARINT_BYTES + length);
        int start = size;
        unsigned(length);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                bytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            to[at + i] = (byte) c;
        }
        size = at + length;
    }

    void bytes(byte[] value) {
        unsigned(value.length);
        raw(value);
    }

    /** Without a length. */
    void raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
        }
    }
}
