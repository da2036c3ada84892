package io.ploy.core.persistence;

/** What every store says of sequences. */
final class Sequences {
    private Sequences() {}

    static void requireAppended(long sequence, long last) {
        if (sequence < 1 || sequence > last) {
            throw new IllegalArgumentException("no record " + sequence + " was appended; the last one is " + last);
        }
    }

    static void requireOpen(boolean closed) {
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
    }
}
