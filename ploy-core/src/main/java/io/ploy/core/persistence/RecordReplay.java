package io.ploy.core.persistence;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Turns what storage kept of records back into records, one after the other, and refuses what is damaged or missing. Not
 * thread-safe.
 */
public final class RecordReplay {
    private final String place;
    private final JournalVisitor visitor;
    private final RecordReader records = new RecordReader();
    private final CRC32C crc = new CRC32C();
    private long next;

    /**
     * Expects records from a sequence on.
     *
     * @param place names where they are kept, in exceptions
     * @param first the sequence of the first one
     * @param visitor is shown them
     */
    public RecordReplay(String place, long first, JournalVisitor visitor) {
        this.place = place;
        this.next = first;
        this.visitor = visitor;
    }

    /** The sequence expected next. */
    public long expected() {
        return next;
    }

    /**
     * Shows one record.
     *
     * @param sequence its sequence, which must be the one expected
     * @param nanos its time, in nanoseconds since 1970
     * @param checksum as {@link QueuedRecords#checksum()} was
     * @param body its bytes
     * @throws JournalCorruptException if it is not what was appended, or one before it is missing
     */
    public void show(long sequence, long nanos, int checksum, byte[] body) {
        if (sequence != next) {
            throw damaged("record " + next + " is missing; the one after the gap is " + sequence, null);
        }
        if (body.length == 0 || checksum != Frame.checksum(sequence, nanos, body, crc)) {
            throw damaged("record " + sequence + " is not what was appended: its checksum is wrong", null);
        }
        JournalRecord record;
        try {
            record = records.read(body, 0, body.length);
        } catch (IllegalArgumentException e) {
            throw damaged("record " + sequence + " is undamaged but " + e.getMessage(), e);
        }
        next++;
        visitor.visit(sequence, FrameReader.time(nanos), record);
    }

    /**
     * Says that there are no more.
     *
     * @param last the sequence that the last one must have had
     * @throws JournalCorruptException if it was another
     */
    public void finish(long last) {
        if (next <= last) {
            throw damaged("record " + next + " is missing; records up to " + last + " were durable", null);
        }
    }

    private JournalCorruptException damaged(String problem, @Nullable Throwable cause) {
        return new JournalCorruptException(place, problem, cause);
    }
}
