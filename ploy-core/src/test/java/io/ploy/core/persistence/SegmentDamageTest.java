package io.ploy.core.persistence;

import static io.ploy.core.persistence.SegmentJournalTest.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash, a bad disk or a careless hand may leave behind: what is read is a prefix of the truth, or an error. */
final class SegmentDamageTest {
    private static final int RECORDS = 32;
    /** Opening takes a thread and some flushes, so only each so many-th damage is also opened and gone on from. */
    private static final int OPENED_EACH = 151;

    @TempDir
    Path room;

    private Path folder;
    private List<JournalRecord> written;
    private List<Path> segments;

    /** Records are of any size, so what makes no three files with a few records in the last is written anew. */
    @BeforeEach
    void writeThreeFiles() throws IOException {
        for (int seed = 40; seed < 60; seed++) {
            folder = Files.createDirectory(room.resolve("seed-" + seed));
            write(new AnyRecord(seed));
            if (segments.size() > 2 && firstSequence(segments.get(segments.size() - 1)) < RECORDS - 2) {
                return;
            }
        }
        throw new IllegalStateException("no such files");
    }

    private void write(AnyRecord any) throws IOException {
        written = new ArrayList<>();
        try (SegmentJournal journal = open()) {
            for (int i = 0; i < RECORDS; i++) {
                JournalRecord record = any.next();
                journal.append(record, START);
                written.add(record);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            segments = files.filter(file -> file.toString().endsWith(".seg"))
                    .sorted()
                    .toList();
        }
    }

    private SegmentJournal open() {
        return SegmentJournal.open(
                folder, SegmentJournal.Settings.defaults(() -> 0).withSegmentBytes(1024));
    }

    @Test
    void theLastFileCutAnywhereLeavesAPrefixToGoOnFrom() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] whole = Files.readAllBytes(last);

        for (int length = whole.length; length >= SegmentHeader.BYTES; length--) {
            replace(last, Arrays.copyOf(whole, length));

            int records = length % OPENED_EACH == 0 ? prefixReadAndContinued() : requirePrefix();

            assertThat(records).isGreaterThanOrEqualTo((int) firstSequence(last) - 1);
            removeSegmentsAfter(last);
        }
    }

    @Test
    void theEndOfTheLastFileZeroedAnywhereLeavesAPrefixToGoOnFrom() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] whole = Files.readAllBytes(last);

        for (int from = SegmentHeader.BYTES; from < whole.length; from++) {
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, from, zeroed.length, (byte) 0);
            replace(last, zeroed);

            int records = from % OPENED_EACH == 0 ? prefixReadAndContinued() : requirePrefix();

            assertThat(records).isGreaterThanOrEqualTo((int) firstSequence(last) - 1);
            removeSegmentsAfter(last);
        }
    }

    @Test
    void aHeaderCutOffIsAnError() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] whole = Files.readAllBytes(last);

        for (int length = 0; length < SegmentHeader.BYTES; length++) {
            replace(last, Arrays.copyOf(whole, length));

            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining(last.toString());
        }
    }

    @Test
    void anyByteChangedAnywhereGivesAPrefixOrAnError() throws IOException {
        int errors = 0;
        int cuts = 0;
        Path last = segments.get(segments.size() - 1);
        byte[] lastWhole = Files.readAllBytes(last);
        for (Path segment : segments) {
            byte[] whole = Files.readAllBytes(segment);
            int used = usedBytes(whole);
            // Among the zeros at the end one byte is like the other.
            for (int at = 0; at < whole.length; at += at < used ? 1 : 7) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << at % 8);
                replace(segment, changed);

                try {
                    int records = at % OPENED_EACH == 60 ? prefixReadAndContinued() : requirePrefix();
                    assertThat(records).isGreaterThanOrEqualTo(segment.equals(last) ? RECORDS - 1 : RECORDS);
                    cuts++;
                } catch (JournalCorruptException e) {
                    assertThat(e.file()).isEqualTo(segment.toString());
                    assertThat(e.offset()).isBetween(0L, (long) at);
                    errors++;
                }
                replace(segment, whole);
                if (at % OPENED_EACH == 60) {
                    replace(last, lastWhole);
                    removeSegmentsAfter(last);
                }
            }
        }

        assertThat(errors).isPositive();
        assertThat(cuts).isPositive();
    }

    @Test
    void aTornEndIsReportedAndCut() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] whole = Files.readAllBytes(last);
        whole[usedBytes(whole) - 1] ^= 1;
        replace(last, whole);

        try (SegmentJournal journal = open()) {
            assertThat(journal.opened().records()).isEqualTo(RECORDS - 1);
            assertThat(journal.opened().tornBytes()).isPositive();
        }
        try (SegmentJournal journal = open()) {
            assertThat(journal.opened()).isEqualTo(new JournalOpened(RECORDS - 1, 0));
        }
    }

    @Test
    void damageBeforeTheEndIsAnErrorThatNamesThePlaceAfterShowingWhatCameBefore() throws IOException {
        Path first = segments.get(0);
        byte[] whole = Files.readAllBytes(first);
        whole[SegmentHeader.BYTES + Frame.end(Arrays.copyOfRange(whole, SegmentHeader.BYTES, whole.length), 0) + 30] ^=
                1;
        replace(first, whole);
        List<Long> shown = new ArrayList<>();

        try (SegmentJournal journal = open()) {
            assertThatThrownBy(() -> journal.replay((sequence, at, record) -> shown.add(sequence)))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining(first.toString())
                    .hasMessageContaining("record 2");
        }

        assertThat(shown).containsExactly(1L);
        assertThatThrownBy(() -> SegmentJournal.read(folder, (sequence, at, record) -> {}))
                .isInstanceOf(JournalCorruptException.class);
    }

    @Test
    void anUndamagedRecordThatMakesNoSenseIsAnErrorThatNamesIt() throws IOException {
        try (SegmentJournal journal = open()) {
            // Known kind, current version, bytes of no such record.
            journal.append(new JournalRecord.Unknown(RecordType.SEND_STARTED.code(), 1, new byte[] {99}), START);
        }

        try (SegmentJournal journal = open()) {
            assertThatThrownBy(() -> journal.replay((sequence, at, record) -> {}))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("record " + (RECORDS + 1) + " is undamaged but SEND_STARTED cannot be read");
        }
    }

    /** Opens, checks, appends one more, opens again and checks that too. */
    private int prefixReadAndContinued() {
        JournalRecord more = new JournalRecord.SessionClosed("appended after the damage");
        int records;
        try (SegmentJournal journal = open()) {
            List<JournalRecord> read = read(journal);
            records = requirePrefix(read);
            journal.append(more, START);
        }
        try (SegmentJournal journal = open()) {
            List<JournalRecord> read = read(journal);
            assertThat(read).hasSize(records + 1);
            assertThat(read.get(records)).isEqualTo(more);
            assertThat(journal.opened().tornBytes()).isZero();
        }
        return records;
    }

    private int requirePrefix() {
        List<JournalRecord> read = new ArrayList<>();
        JournalOpened found = SegmentJournal.read(folder, (sequence, at, record) -> read.add(record));
        assertThat(found.records()).isEqualTo(read.size());
        return requirePrefix(read);
    }

    private int requirePrefix(List<JournalRecord> read) {
        for (int i = 0; i < read.size(); i++) {
            if (!(read.get(i) instanceof JournalRecord.OrderPrepared)) {
                assertThat(read.get(i)).isEqualTo(written.get(i));
            }
        }
        return read.size();
    }

    private static List<JournalRecord> read(SegmentJournal journal) {
        List<JournalRecord> read = new ArrayList<>();
        journal.replay((sequence, at, record) -> read.add(record));
        return read;
    }

    /** Without emptying the file first, which some file systems answer with a flush. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), 0);
            channel.truncate(bytes.length);
        }
    }

    private static int usedBytes(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static long firstSequence(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    private void removeSegmentsAfter(Path last) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".seg") && file.compareTo(last) > 0) {
                    Files.delete(file);
                }
            }
        }
    }
}
