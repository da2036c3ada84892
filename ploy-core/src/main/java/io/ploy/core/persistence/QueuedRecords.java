package io.ploy.core.persistence;

/**
 * Records on their way to storage, encoded: a cursor that stands before the first. Belongs to the journal's thread and is
 * valid until {@link RecordStorage#commit} returns.
 */
public final class QueuedRecords {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;
    private int next;

    QueuedRecords(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        next = start;
    }

    /** Moves to the next record. Answers false if there is none. */
    public boolean next() {
        if (next == end) {
            return false;
        }
        at = next;
        next = Frame.end(bytes, at);
        return true;
    }

    /** Stands before the first record again. */
    public void rewind() {
        next = start;
    }

    /** The sequence of the first of them, wherever the cursor stands. */
    public long firstSequence() {
        return Frame.sequence(bytes, start);
    }

    /** The sequence of the record the cursor stands at. */
    public long sequence() {
        return Frame.sequence(bytes, at);
    }

    /** Its time in nanoseconds since 1970. */
    public long nanos() {
        return Frame.nanos(bytes, at);
    }

    /** CRC-32C over the length of its bytes, its sequence, its time and its bytes. */
    public int checksum() {
        return Frame.checksum(bytes, at);
    }

    /** How many bytes it has. */
    public int length() {
        return next - at - Frame.HEADER_BYTES;
    }

    /** A copy of its bytes: the kind, the kind's version, the parts. */
    public byte[] body() {
        byte[] body = new byte[length()];
        System.arraycopy(bytes, at + Frame.HEADER_BYTES, body, 0, body.length);
        return body;
    }

    /** Where the frame after the one with a sequence begins, which is among these. */
    int offsetAfter(long sequence) {
        int offset = start;
        while (offset < end && Frame.sequence(bytes, offset) <= sequence) {
            offset = Frame.end(bytes, offset);
        }
        return offset;
    }
}
