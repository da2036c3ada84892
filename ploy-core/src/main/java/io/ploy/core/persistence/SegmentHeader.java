package io.ploy.core.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first bytes of a segment: eight letters, the sequence of its first record (8), zeros. */
final class SegmentHeader {
    static final int BYTES = 32;

    /** The last digit is the version of the frames' layout. */
    private static final byte[] MAGIC = "PLOYJNL1".getBytes(StandardCharsets.US_ASCII);

    private SegmentHeader() {}

    static ByteBuffer of(long firstSequence) {
        return ByteBuffer.allocate(BYTES).put(MAGIC).putLong(firstSequence).rewind();
    }

    /** Whether a segment that begins with this sequence begins with these bytes. */
    static boolean matches(byte[] bytes, long firstSequence) {
        return bytes.length >= BYTES && ByteBuffer.wrap(bytes, 0, BYTES).equals(of(firstSequence));
    }
}
