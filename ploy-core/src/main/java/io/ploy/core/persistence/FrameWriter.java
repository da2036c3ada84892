package io.ploy.core.persistence;

import java.time.Instant;
import java.util.zip.CRC32C;

/** Turns records into frames, one at a time in the same array. Not thread-safe. */
final class FrameWriter {
    private static final int USUAL_BYTES = 1024;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ByteSink sink = new ByteSink(USUAL_BYTES);
    private final RecordWriter records = new RecordWriter(sink);
    private final CRC32C crc = new CRC32C();

    /**
     * Writes a frame.
     *
     * @return how many bytes of {@link #array()} it takes
     */
    int write(long sequence, Instant at, JournalRecord record) {
        long nanos = nanos(at);
        records.write(record, Frame.HEADER_BYTES);
        int length = sink.size() - Frame.HEADER_BYTES;
        if (length > JournalStore.MAX_RECORD_BYTES) {
            throw new IllegalArgumentException("a record has at most " + JournalStore.MAX_RECORD_BYTES + " bytes, not "
                    + length + ": " + record.getClass().getSimpleName());
        }
        Frame.seal(sink, sequence, nanos, crc);
        return sink.size();
    }

    /** The frame; valid until the next one. */
    byte[] array() {
        return sink.array();
    }

    private static long nanos(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS_PER_SECOND), at.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a journal's time lies between 1678 and 2262: " + at, e);
        }
    }
}
