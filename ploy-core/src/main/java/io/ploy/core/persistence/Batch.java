package io.ploy.core.persistence;

import java.util.Arrays;

/** Frames that are flushed together. Filled under the queue's lock, then read by the writer thread alone. */
final class Batch {
    /** When the first of them was added, by the journal's ticker. */
    long since;

    private byte[] bytes;
    private int length;
    private long lastSequence;

    Batch(int capacity) {
        bytes = new byte[capacity];
    }

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    long lastSequence() {
        return lastSequence;
    }

    void add(long sequence, byte[] frame, int frameLength) {
        if (bytes.length - length < frameLength) {
            int needed = Math.addExact(length, frameLength);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(frame, 0, bytes, length, frameLength);
        length += frameLength;
        lastSequence = sequence;
    }

    /** Empties it, and gives memory back that only a rare burst needs. */
    void clear(int keptBytes) {
        length = 0;
        if (bytes.length > keptBytes) {
            bytes = new byte[keptBytes];
        }
    }
}
