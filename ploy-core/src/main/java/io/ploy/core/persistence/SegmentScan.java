package io.ploy.core.persistence;

import io.ploy.core.persistence.SegmentFolder.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Reads the segments of a folder and decides how far they can be trusted. One use, one thread. */
final class SegmentScan {
    private final FrameReader frames = new FrameReader();

    /** Shows all records in order up to a sequence, which is there. */
    void visit(List<Segment> segments, long until, JournalVisitor visitor) throws IOException {
        walk(segments, until, visitor);
    }

    /** Shows all records in order, and says what a torn end would cost. */
    Tail visitAll(List<Segment> segments, JournalVisitor visitor) throws IOException {
        return walk(segments, Long.MAX_VALUE, visitor);
    }

    private Tail walk(List<Segment> segments, long until, JournalVisitor visitor) throws IOException {
        long next = 1;
        Tail tail = Tail.EMPTY;
        for (int i = 0; i < segments.size() && next <= until; i++) {
            Segment segment = segments.get(i);
            requireSequence(segment, next);
            byte[] bytes = read(segment);
            FrameReader.Extent extent = frames.extent(bytes, SegmentHeader.BYTES, bytes.length, next, until);
            frames.visit(
                    bytes, SegmentHeader.BYTES, extent.end(), segment.path().toString(), visitor);
            next = extent.nextSequence();
            if (next <= until) {
                tail = tail(segment, bytes, extent);
                if (tail.tornBytes() > 0 && i < segments.size() - 1) {
                    throw damaged(segment, extent);
                }
            }
        }
        if (next <= until && until != Long.MAX_VALUE) {
            throw new JournalException(
                    "records " + next + " to " + until + " were durable and are gone from the files");
        }
        return tail;
    }

    /** What the last segment ends with. Earlier ones are looked at when they are replayed. */
    Tail tail(List<Segment> segments) throws IOException {
        if (segments.isEmpty()) {
            return Tail.EMPTY;
        }
        requireSequence(segments.get(0), 1);
        Segment last = segments.get(segments.size() - 1);
        byte[] bytes = read(last);
        return tail(
                last,
                bytes,
                frames.extent(bytes, SegmentHeader.BYTES, bytes.length, last.firstSequence(), Long.MAX_VALUE));
    }

    private Tail tail(Segment segment, byte[] bytes, FrameReader.Extent extent) {
        int end = bytes.length;
        while (end > extent.end() && bytes[end - 1] == 0) {
            end--;
        }
        if (end > extent.end() && frames.nextValid(bytes, extent.end(), bytes.length, extent.nextSequence()) >= 0) {
            throw damaged(segment, extent);
        }
        return new Tail(extent.end(), extent.nextSequence(), end - extent.end());
    }

    private static JournalCorruptException damaged(Segment segment, FrameReader.Extent extent) {
        return new JournalCorruptException(
                segment.path().toString(),
                extent.end(),
                "record " + extent.nextSequence()
                        + " cannot be trusted, and there are records after it. Keep a copy of the"
                        + " folder; do not trade on this journal.",
                null);
    }

    private static void requireSequence(Segment segment, long expected) {
        if (segment.firstSequence() != expected) {
            throw new JournalCorruptException(
                    segment.path().toString(),
                    0,
                    "begins with record " + segment.firstSequence() + ", but the next one is " + expected
                            + ": a file is missing or was cut",
                    null);
        }
    }

    private static byte[] read(Segment segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment.path());
        if (!SegmentHeader.matches(bytes, segment.firstSequence())) {
            throw new JournalCorruptException(
                    segment.path().toString(),
                    0,
                    "does not begin as a segment of record " + segment.firstSequence() + " begins",
                    null);
        }
        return bytes;
    }

    /**
     * What a segment ends with.
     *
     * @param end where its last record ends
     * @param nextSequence what the record after it will have
     * @param tornBytes how many bytes after its end are not zero and no record
     */
    record Tail(int end, long nextSequence, int tornBytes) {
        static final Tail EMPTY = new Tail(SegmentHeader.BYTES, 1, 0);
    }
}
