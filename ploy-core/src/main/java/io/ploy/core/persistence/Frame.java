package io.ploy.core.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a record lies in a journal: the length of its bytes (4), its sequence (8), its time in nanoseconds since 1970 (8), a
 * CRC-32C over those three and the bytes (4), the bytes. All big-endian. A length of zero is no frame.
 */
final class Frame {
    static final int HEADER_BYTES = 24;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int SEQUENCE_AT = 4;
    private static final int TIME_AT = 12;
    private static final int CRC_AT = 20;

    private Frame() {}

    /** Fills in the header of a frame that starts at 0, around the bytes behind it. */
    static void seal(ByteSink sink, long sequence, long nanos, CRC32C crc) {
        sink.setInt(0, sink.size() - HEADER_BYTES);
        sink.setLong(SEQUENCE_AT, sequence);
        sink.setLong(TIME_AT, nanos);
        sink.setInt(CRC_AT, checksum(sink.array(), 0, sink.size(), crc));
    }

    /** Whether a whole, undamaged frame lies there. */
    static boolean isValid(byte[] bytes, int offset, int end, CRC32C crc) {
        return isPlausible(bytes, offset, end)
                && checksum(bytes, offset) == checksum(bytes, offset, end(bytes, offset), crc);
    }

    /** Whether the length of a frame there makes sense. */
    private static boolean isPlausible(byte[] bytes, int offset, int end) {
        if (end - offset <= HEADER_BYTES) {
            return false;
        }
        int length = (int) INT.get(bytes, offset);
        return length > 0 && length <= JournalStore.MAX_RECORD_BYTES && length <= end - offset - HEADER_BYTES;
    }

    /** Where the frame ends. */
    static int end(byte[] bytes, int offset) {
        return offset + HEADER_BYTES + (int) INT.get(bytes, offset);
    }

    static long sequence(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset + SEQUENCE_AT);
    }

    static long nanos(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset + TIME_AT);
    }

    /** The checksum in the header of a frame. */
    static int checksum(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset + CRC_AT);
    }

    /** What the checksum of a frame with these parts is. */
    static int checksum(long sequence, long nanos, byte[] body, CRC32C crc) {
        byte[] header = new byte[CRC_AT];
        INT.set(header, 0, body.length);
        LONG.set(header, SEQUENCE_AT, sequence);
        LONG.set(header, TIME_AT, nanos);
        crc.reset();
        crc.update(header, 0, header.length);
        crc.update(body, 0, body.length);
        return (int) crc.getValue();
    }

    private static int checksum(byte[] bytes, int start, int end, CRC32C crc) {
        crc.reset();
        crc.update(bytes, start, CRC_AT);
        crc.update(bytes, start + HEADER_BYTES, end - start - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
