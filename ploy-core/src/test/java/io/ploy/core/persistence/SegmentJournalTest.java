package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentJournalTest {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Instant START = Instant.parse("2026-03-01T12:00:00.000000001Z");

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final AtomicLong ticks = new AtomicLong();

    private JournalStore store;

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private JournalStore open() {
        return SegmentJournal.open(folder, settings(), disk);
    }

    private Runnable holdFlushes() {
        // The next segment must not be what is held.
        await().atMost(SOON).until(() -> !isPreparing());
        return disk.hold();
    }

    private boolean isPreparing() {
        try {
            return Files.notExists(folder.resolve("next.tmp")) || Files.size(folder.resolve("next.tmp")) < 4096;
        } catch (IOException e) {
            return true;
        }
    }

    private SegmentJournal.Settings settings() {
        return new SegmentJournal.Settings(
                4096,
                10_000,
                20_000_000,
                Duration.ofSeconds(2),
                Duration.ofMillis(5),
                Duration.ofSeconds(20),
                ticks::get);
    }

    @Test
    void theFolderSaysWhatItIs() throws IOException {
        assertThat(files()).contains("LOCK", "README.txt", "journal-00000000000000000001.seg");
        assertThat(Files.readString(folder.resolve("README.txt"))).contains("journal of Ploy");
    }

    @Test
    void recordsGoOnInFurtherFilesNamedByTheirFirstRecord() throws IOException {
        appended(new AnyRecord(20), 200);
        store.flush(SOON);

        List<String> segments =
                files().stream().filter(name -> name.endsWith(".seg")).toList();
        assertThat(segments).hasSizeGreaterThan(5);
        for (String name : segments) {
            assertThat(Files.size(folder.resolve(name))).isEqualTo(4096);
        }
        assertThat(replayed(store)).hasSize(200);
    }

    @Test
    void aRecordLargerThanAFileGetsALargerFile() throws Exception {
        byte[] large = new byte[100_000];
        appended(new AnyRecord(21), 3);

        store.append(new JournalRecord.Unknown(250, 1, large), START);
        appended(new AnyRecord(22), 3);
        store.close();

        try (JournalStore reopened = open()) {
            assertThat(replayed(reopened)).hasSize(7);
            assertThat(replayed(reopened).get(3)).isEqualTo(new JournalRecord.Unknown(250, 1, large));
        }
    }

    @Test
    void theFirstRecordMayBeLargerThanAFile() {
        store.append(new JournalRecord.Unknown(250, 1, new byte[100_000]), START);
        store.flush(SOON);

        assertThat(replayed(store)).hasSize(1);
    }

    @Test
    void whatQueuesUpDuringAFlushGoesWithTheNextOne() {
        Runnable release = holdFlushes();
        int before = disk.forces.get();
        store.append(new JournalRecord.SessionClosed("first"), START);
        for (int i = 0; i < 20; i++) {
            store.append(new JournalRecord.SessionClosed("next"), START);
        }
        release.run();
        store.flush(SOON);

        assertThat(disk.forces.get() - before).isBetween(1, 2);
    }

    @Test
    void aSecondOpenerIsRefusedAndToldWhichFolder() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }

        appended(new AnyRecord(23), 1);
        store.flush(SOON);
    }

    @Test
    void openingSaysHowManyRecordsThereAre() {
        appended(new AnyRecord(24), 40);
        store.close();

        try (SegmentJournal reopened = SegmentJournal.open(folder, settings())) {
            assertThat(reopened.opened()).isEqualTo(new JournalOpened(40, 0));
        }
    }

    @Test
    void anybodyMayReadWhileItIsWritten() {
        appended(new AnyRecord(25), 40);
        store.flush(SOON);
        List<Long> seen = new ArrayList<>();

        JournalOpened found = SegmentJournal.read(folder, (sequence, at, record) -> seen.add(sequence));

        assertThat(found).isEqualTo(new JournalOpened(40, 0));
        assertThat(seen).hasSize(40);
    }

    @Test
    void aFullDiskStopsNewRiskAndLosesNothing() throws InterruptedException {
        CountDownLatch durable = new CountDownLatch(1);
        disk.fill();

        long sequence = appended(new AnyRecord(26), 10).get(9);
        store.whenDurable(sequence, durable::countDown);

        await().atMost(SOON).until(() -> !store.isWritable());
        assertThat(store.problem()).contains("No space left on device").contains(folder.toString());
        assertThat(store.durableSequence()).isZero();
        assertThatThrownBy(() -> store.flush(Duration.ofMillis(20)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("No space left");

        disk.heal();

        assertThat(durable.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(store.isWritable()).isTrue();
        assertThat(replayed(store)).hasSize(10);
    }

    @Test
    void aDiskThatIsFullWhenTheNextFileIsDueIsTriedAgain() throws Exception {
        appended(new AnyRecord(27), 3);
        store.flush(SOON);
        disk.fill();

        appended(new AnyRecord(28), 100);
        await().atMost(SOON).until(() -> !store.isWritable());
        disk.heal();
        store.flush(SOON);

        store.close();
        try (JournalStore reopened = open()) {
            assertThat(replayed(reopened)).hasSize(103);
        }
    }

    @Test
    void aFlushThatFailedIsNotBelievedUntilTheBytesWereWrittenAgain() throws Exception {
        disk.breakFlushes();
        appended(new AnyRecord(29), 5);
        await().atMost(SOON).until(() -> !store.isWritable());
        assertThat(store.durableSequence()).isZero();

        disk.heal();
        store.flush(SOON);

        assertThat(replayed(store)).hasSize(5);
    }

    @Test
    void aWriteThatStopsHalfWayIsDoneAgainInTheSamePlace() throws Exception {
        disk.cutNextWriteAfter(30);
        appended(new AnyRecord(30), 5);
        store.flush(SOON);
        store.close();

        try (JournalStore reopened = open()) {
            assertThat(replayed(reopened)).hasSize(5);
        }
    }

    @Test
    void closingWithAFullDiskSaysWhichRecordsAreLost() throws Exception {
        appended(new AnyRecord(31), 2);
        store.flush(SOON);
        disk.fill();
        appended(new AnyRecord(32), 3);

        assertThatThrownBy(store::close)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("records 3 to 5 could not be made durable")
                .hasMessageContaining("No space left");

        disk.heal();
        try (JournalStore reopened = open()) {
            assertThat(replayed(reopened)).hasSize(2);
        }
    }

    @Test
    void aFlushThatTakesTooLongStopsNewRiskUntilItEnds() {
        Runnable release = holdFlushes();
        try {
            store.append(new JournalRecord.SessionClosed(""), START);
            ticks.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(store.isWritable()).isTrue();

            ticks.incrementAndGet();

            assertThat(store.isWritable()).isFalse();
            assertThat(store.problem()).contains("2000 ms");
        } finally {
            release.run();
        }

        store.flush(SOON);
        await().atMost(SOON).until(store::isWritable);
    }

    @Test
    void tooMuchThatWaitsStopsNewRisk() {
        Runnable release = holdFlushes();
        try {
            store.append(new JournalRecord.Unknown(250, 1, new byte[10_000]), START);

            assertThat(store.isWritable()).isFalse();
            assertThat(store.problem()).contains("bytes wait for storage");
        } finally {
            release.run();
        }

        store.flush(SOON);
        await().atMost(SOON).until(store::isWritable);
    }

    @Test
    void memoryThatIsFullTakesNoMoreAndSaysSo() {
        Runnable release = holdFlushes();
        try {
            store.append(new JournalRecord.Unknown(250, 1, new byte[15_000_000]), START);

            assertThatThrownBy(() -> store.append(new JournalRecord.Unknown(250, 1, new byte[5_000_000]), START))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("record 2 was not taken");

            assertThat(store.append(new JournalRecord.SessionClosed(""), START)).isEqualTo(2);
        } finally {
            release.run();
        }

        store.flush(SOON);
        assertThat(replayed(store)).hasSize(2);
    }

    @Test
    void closingEndsTheThreadAndFreesTheFolder() {
        assertThat(journalThreads()).isNotEmpty();

        store.close();

        assertThat(journalThreads()).isEmpty();
        open().close();
        assertThat(folder.resolve("next.tmp")).doesNotExist();
    }

    @Test
    void closingDoesNotWaitForEverForADiskThatHangs() {
        FaultyDisk hanging = new FaultyDisk();
        SegmentJournal journal = SegmentJournal.open(
                folder.resolve("other"),
                new SegmentJournal.Settings(
                        4096, 1000, 1000, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), ticks::get),
                hanging);
        Runnable release = hanging.hold();
        journal.append(new JournalRecord.SessionClosed(""), START);

        try {
            assertThatThrownBy(journal::close)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("records 1 to 1 could not be made durable");
        } finally {
            release.run();
        }
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        appended(new AnyRecord(33), 100);
        store.close();
        String second = files().stream()
                .filter(name -> name.endsWith(".seg"))
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
        Files.delete(folder.resolve(second));

        try (JournalStore reopened = open()) {
            assertThatThrownBy(() -> replayed(reopened))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("a file is missing");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Thread> journalThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("ploy-journal"))
                .toList();
    }

    private List<Long> appended(AnyRecord any, int count) {
        List<Long> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sequences.add(store.append(any.next(), START));
        }
        return sequences;
    }

    private static List<JournalRecord> replayed(JournalStore store) {
        List<JournalRecord> shown = new ArrayList<>();
        store.replay((sequence, at, record) -> shown.add(record));
        return shown;
    }
}
