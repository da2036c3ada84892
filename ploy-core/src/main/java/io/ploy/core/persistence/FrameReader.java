package io.ploy.core.persistence;

import java.time.Instant;
import java.util.zip.CRC32C;

/** Walks over frames in memory. Not thread-safe. */
final class FrameReader {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final RecordReader records = new RecordReader();
    private final CRC32C crc = new CRC32C();

    /**
     * The end of the frames that follow each other without a gap.
     *
     * @param firstSequence what the first of them must have
     * @param until the last that is wanted
     */
    Extent extent(byte[] bytes, int offset, int end, long firstSequence, long until) {
        int at = offset;
        long next = firstSequence;
        while (next <= until && Frame.isValid(bytes, at, end, crc) && Frame.sequence(bytes, at) == next) {
            at = Frame.end(bytes, at);
            next++;
        }
        return new Extent(at, next);
    }

    /**
     * Where the first whole, undamaged frame lies at or after a place; -1 if there is none.
     *
     * @param expected the sequence that should have been at that place
     */
    int nextValid(byte[] bytes, int from, int end, long expected) {
        for (int at = from; at < end - Frame.HEADER_BYTES; at++) {
            // The sequence is looked at first: bytes in the middle of a frame rarely make a believable one.
            long ahead = Frame.sequence(bytes, at) - expected;
            if (ahead <= end - from && ahead >= from - end && Frame.isValid(bytes, at, end, crc)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Shows records that {@link #extent} found.
     *
     * @param file names the place in exceptions
     */
    void visit(byte[] bytes, int offset, int end, String file, JournalVisitor visitor) {
        for (int at = offset; at < end; at = Frame.end(bytes, at)) {
            visitor.visit(Frame.sequence(bytes, at), time(Frame.nanos(bytes, at)), record(bytes, at, file));
        }
    }

    private JournalRecord record(byte[] bytes, int at, String file) {
        try {
            int start = at + Frame.HEADER_BYTES;
            return records.read(bytes, start, Frame.end(bytes, at) - start);
        } catch (IllegalArgumentException e) {
            throw new JournalCorruptException(
                    file, at, "record " + Frame.sequence(bytes, at) + " is undamaged but " + e.getMessage(), e);
        }
    }

    static Instant time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /**
     * Frames without a gap.
     *
     * @param end where the last one ends
     * @param nextSequence what the one after the last must have
     */
    record Extent(int end, long nextSequence) {}
}
