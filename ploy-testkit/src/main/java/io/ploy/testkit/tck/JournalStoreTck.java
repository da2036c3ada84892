package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JournalStore} must do: keep everything in order, and never call durable what a crash could take. */
public abstract class JournalStoreTck {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.000000001Z");

    private JournalStore store;

    /** For classes that extend it. */
    protected JournalStoreTck() {}

    /**
     * Opens the journal under test: the same one each time, if it outlives its store. Only called while no other is open.
     *
     * @return a store that the suite closes
     * @throws Exception if it cannot be opened, which fails the test
     */
    protected abstract JournalStore open() throws Exception;

    /**
     * Whether what was appended is there after a store was closed and opened again.
     *
     * @return false for stores in memory
     */
    protected abstract boolean outlivesTheStore();

    /**
     * Lets no flush end from now on.
     *
     * @return lets them end again; absent for stores that need no flush
     */
    protected abstract Optional<Runnable> holdFlushes();

    /**
     * Opens the store.
     *
     * @throws Exception as {@link #open()} does
     */
    @BeforeEach
    public final void openStore() throws Exception {
        store = open();
    }

    /** Closes the store. */
    @AfterEach
    public final void closeStore() {
        store.close();
    }

    /** Sequences number records as they come. */
    @Test
    public void sequencesStartAtOneAndHaveNoGaps() {
        List<Long> sequences = append(1, 100);

        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(store.lastSequence()).isEqualTo(100);
    }

    /** What is shown is what was appended. */
    @Test
    public void replayShowsWhatWasAppendedInOrder() {
        SampleRecords records = new SampleRecords(2);
        List<Shown> expected = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            JournalRecord record = records.next();
            Instant at = START.plusNanos(i * 1_000L);
            store.append(record, at);
            expected.add(new Shown(i, at, record));
        }
        store.flush(SOON);

        assertThat(replayed()).isEqualTo(expected);
    }

    /** A new journal is empty. */
    @Test
    public void anEmptyJournalReplaysNothing() {
        assertThat(replayed()).isEmpty();
        assertThat(store.lastSequence()).isZero();
        assertThat(store.durableSequence()).isZero();
        assertThat(store.isWritable()).isTrue();
    }

    /** Looking at a journal does not end it. */
    @Test
    public void replayGoesOnAfterItWasLookedAt() {
        append(3, 10);
        store.flush(SOON);
        replayed();

        append(4, 10);
        store.flush(SOON);

        assertThat(replayed()).hasSize(20);
    }

    /** A visitor's trouble is its caller's. */
    @Test
    public void whatTheVisitorThrowsRises() {
        append(5, 2);
        store.flush(SOON);

        assertThatThrownBy(() -> store.replay((sequence, at, record) -> {
                    throw new IllegalStateException("seen " + sequence);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seen 1");
    }

    /** After a flush nothing can be lost. */
    @Test
    public void flushMakesEverythingDurable() {
        append(6, 50);

        store.flush(SOON);

        assertThat(store.durableSequence()).isEqualTo(50);
        assertThat(store.isWritable()).isTrue();
        assertThat(store.problem()).isEmpty();
    }

    /** Nobody waits for what is already there. */
    @Test
    public void anActionRunsOnTheCallerIfTheRecordIsAlreadyDurable() {
        append(7, 1);
        store.flush(SOON);
        List<Thread> ranOn = new ArrayList<>();

        store.whenDurable(1, () -> ranOn.add(Thread.currentThread()));

        assertThat(ranOn).containsExactly(Thread.currentThread());
    }

    /**
     * An order leaves only after its record cannot be lost.
     *
     * @throws InterruptedException if interrupted
     */
    @Test
    public void anActionRunsWhenItsRecordIsDurableAndNotBefore() throws InterruptedException {
        AtomicInteger early = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(500);
        SampleRecords records = new SampleRecords(8);

        for (int i = 0; i < 500; i++) {
            long sequence = store.append(records.next(), START);
            store.whenDurable(sequence, () -> {
                if (store.durableSequence() < sequence) {
                    early.incrementAndGet();
                }
                ran.countDown();
            });
        }

        assertThat(ran.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(early).hasValue(0);
    }

    /**
     * A store that waits for its device says so.
     *
     * @throws InterruptedException if interrupted
     */
    @Test
    public void nothingIsDurableWhileAFlushIsHeld() throws InterruptedException {
        Runnable release = hold();
        CountDownLatch ran = new CountDownLatch(1);

        try {
            long sequence = store.append(new JournalRecord.SessionClosed("no"), START);
            store.whenDurable(sequence, ran::countDown);

            assertThat(ran.await(100, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(store.durableSequence()).isZero();
            assertThat(replayed()).isEmpty();
            assertThatThrownBy(() -> store.flush(Duration.ofMillis(20))).isInstanceOf(JournalException.class);
        } finally {
            release.run();
        }

        assertThat(ran.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(store.durableSequence()).isEqualTo(1);
    }

    /** What waits keeps its order. */
    @Test
    public void waitingActionsRunInTheOrderOfTheirSequences() {
        Runnable release = hold();
        List<String> ran = new ArrayList<>();

        try {
            append(9, 3);
            store.whenDurable(3, () -> ran.add("3"));
            store.whenDurable(1, () -> ran.add("1a"));
            store.whenDurable(2, () -> ran.add("2"));
            store.whenDurable(1, () -> ran.add("1b"));
        } finally {
            release.run();
        }
        store.close();

        assertThat(ran).containsExactly("1a", "1b", "2", "3");
    }

    /**
     * One action's trouble is not the next one's.
     *
     * @throws InterruptedException if interrupted
     */
    @Test
    public void anActionThatThrowsStopsNothing() throws InterruptedException {
        Runnable release = hold();
        CountDownLatch ran = new CountDownLatch(1);

        try {
            long sequence = store.append(new JournalRecord.SessionClosed(""), START);
            store.whenDurable(sequence, () -> {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("thrown on purpose");
            });
            store.whenDurable(sequence, ran::countDown);
        } finally {
            release.run();
        }

        assertThat(ran.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        append(10, 1);
        store.flush(SOON);
        assertThat(store.durableSequence()).isEqualTo(2);
    }

    /** Nobody can wait for what will never come. */
    @Test
    public void waitingForARecordThatWasNotAppendedIsRefused() {
        append(11, 1);

        for (long sequence : new long[] {0, -1, 2}) {
            assertThatThrownBy(() -> store.whenDurable(sequence, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** What is refused leaves no gap. */
    @Test
    public void aRecordThatIsTooLargeOrOutOfTimeIsRefusedAndTakesNoSequence() {
        var tooLarge = new JournalRecord.Unknown(250, 1, new byte[JournalStore.MAX_RECORD_BYTES]);
        var fine = new JournalRecord.SessionClosed("");

        assertThatThrownBy(() -> store.append(tooLarge, START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(fine, Instant.MAX)).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.append(fine, START)).isEqualTo(1);
    }

    /** The end is orderly, however often it is asked for. */
    @Test
    public void closingFlushesAndTheSecondTimeDoesNothing() {
        append(12, 100);

        store.close();
        store.close();

        assertThat(store.durableSequence()).isEqualTo(100);
        assertThat(store.isWritable()).isFalse();
        assertThat(store.problem()).isNotEmpty();
        assertThatThrownBy(() -> store.append(new JournalRecord.SessionClosed(""), START))
                .isInstanceOf(IllegalStateException.class);
    }

    /**
     * What is kept is found again.
     *
     * @throws Exception as {@link #open()} does
     */
    @Test
    public void aJournalOpenedAgainGoesOnAfterItsLastRecord() throws Exception {
        assumeTrue(outlivesTheStore(), "this store keeps nothing");
        SampleRecords records = new SampleRecords(13);
        List<JournalRecord> expected = new ArrayList<>();

        for (int session = 0; session < 5; session++) {
            assertThat(store.lastSequence()).isEqualTo(expected.size());
            assertThat(store.durableSequence()).isEqualTo(expected.size());
            for (int i = 0; i < 30; i++) {
                JournalRecord record = records.next();
                expected.add(record);
                assertThat(store.append(record, START)).isEqualTo(expected.size());
            }
            store.close();
            store = open();
        }

        assertThat(replayed().stream().map(Shown::record).toList()).isEqualTo(expected);
    }

    private Runnable hold() {
        Optional<Runnable> release = holdFlushes();
        assumeTrue(release.isPresent(), "this store is durable at once");
        return release.orElseThrow();
    }

    private List<Long> append(long seed, int count) {
        SampleRecords records = new SampleRecords(seed);
        List<Long> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sequences.add(store.append(records.next(), START));
        }
        return sequences;
    }

    private List<Shown> replayed() {
        List<Shown> shown = new ArrayList<>();
        store.replay((sequence, at, record) -> shown.add(new Shown(sequence, at, record)));
        return shown;
    }

    private record Shown(long sequence, Instant at, JournalRecord record) {}
}
