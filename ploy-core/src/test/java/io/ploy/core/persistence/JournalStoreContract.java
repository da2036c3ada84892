package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a journal must do. A test of a store extends this. */
abstract class JournalStoreContract {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Instant START = Instant.parse("2026-03-01T12:00:00.000000001Z");

    private JournalStore store;

    /** Opens the same journal each time; it outlives the store if the store is of a kind that does. */
    abstract JournalStore open() throws Exception;

    /** Whether what was appended is there after a store was closed and opened again. */
    abstract boolean outlivesTheStore();

    /** Lets no flush end from now on until the returned action runs; null for stores that need none. */
    abstract Runnable holdFlushes();

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    JournalStore store() {
        return store;
    }

    @Test
    void sequencesStartAtOneAndHaveNoGaps() {
        List<Long> sequences = appended(new AnyRecord(1), 100);

        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(store.lastSequence()).isEqualTo(100);
    }

    @Test
    void replayShowsWhatWasAppendedInOrder() {
        AnyRecord any = new AnyRecord(2);
        List<Shown> expected = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            JournalRecord record = any.next();
            Instant at = START.plusNanos(i * 1_000L);
            store.append(record, at);
            expected.add(new Shown(i, at, record));
        }
        store.flush(SOON);

        assertThat(replayed(store))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(expected);
    }

    @Test
    void anEmptyJournalReplaysNothing() {
        assertThat(replayed(store)).isEmpty();
        assertThat(store.durableSequence()).isZero();
    }

    @Test
    void replayGoesOnAfterItWasLookedAt() {
        appended(new AnyRecord(3), 10);
        store.flush(SOON);
        replayed(store);

        appended(new AnyRecord(4), 10);
        store.flush(SOON);

        assertThat(replayed(store)).hasSize(20);
    }

    @Test
    void whatTheVisitorThrowsRises() {
        appended(new AnyRecord(5), 2);
        store.flush(SOON);

        assertThatThrownBy(() -> store.replay((sequence, at, record) -> {
                    throw new IllegalStateException("seen " + sequence);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seen 1");
    }

    @Test
    void flushMakesEverythingDurable() {
        appended(new AnyRecord(6), 50);

        store.flush(SOON);

        assertThat(store.durableSequence()).isEqualTo(50);
        assertThat(store.isWritable()).isTrue();
        assertThat(store.problem()).isEmpty();
    }

    @Test
    void anActionRunsOnTheCallerIfTheRecordIsAlreadyDurable() {
        appended(new AnyRecord(7), 1);
        store.flush(SOON);
        List<Thread> ranOn = new ArrayList<>();

        store.whenDurable(1, () -> ranOn.add(Thread.currentThread()));

        assertThat(ranOn).containsExactly(Thread.currentThread());
    }

    @Test
    void anActionRunsWhenItsRecordIsDurableAndNotBefore() throws InterruptedException {
        AtomicInteger early = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(500);
        AnyRecord any = new AnyRecord(8);

        for (int i = 0; i < 500; i++) {
            long sequence = store.append(any.next(), START);
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

    @Test
    void nothingIsDurableWhileAFlushIsHeld() throws InterruptedException {
        Runnable release = holdFlushes();
        assumeTrue(release != null, "this store is durable at once");
        CountDownLatch ran = new CountDownLatch(1);

        try {
            long sequence = store.append(new JournalRecord.SessionClosed("no"), START);
            store.whenDurable(sequence, ran::countDown);

            assertThat(ran.await(100, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(store.durableSequence()).isZero();
            assertThat(replayed(store)).isEmpty();
            assertThatThrownBy(() -> store.flush(Duration.ofMillis(20))).isInstanceOf(JournalException.class);
        } finally {
            release.run();
        }

        assertThat(ran.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(store.durableSequence()).isEqualTo(1);
    }

    @Test
    void waitingActionsRunInTheOrderOfTheirSequences() {
        Runnable release = holdFlushes();
        assumeTrue(release != null, "this store is durable at once");
        List<String> ran = new ArrayList<>();

        try {
            appended(new AnyRecord(9), 3);
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

    @Test
    void anActionThatThrowsStopsNothing() throws InterruptedException {
        Runnable release = holdFlushes();
        assumeTrue(release != null, "this store is durable at once");
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
        appended(new AnyRecord(10), 1);
        store.flush(SOON);
        assertThat(store.durableSequence()).isEqualTo(2);
    }

    @Test
    void waitingForARecordThatWasNotAppendedIsRefused() {
        appended(new AnyRecord(11), 1);

        for (long sequence : new long[] {0, -1, 2}) {
            assertThatThrownBy(() -> store.whenDurable(sequence, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordThatIsTooLargeOrOutOfTimeIsRefusedAndTakesNoSequence() {
        var tooLarge = new JournalRecord.Unknown(250, 1, new byte[JournalStore.MAX_RECORD_BYTES]);
        var fine = new JournalRecord.SessionClosed("");

        assertThatThrownBy(() -> store.append(tooLarge, START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(fine, Instant.MAX)).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.append(fine, START)).isEqualTo(1);
    }

    @Test
    void closingFlushesAndTheSecondTimeDoesNothing() {
        appended(new AnyRecord(12), 100);

        store.close();
        store.close();

        assertThat(store.durableSequence()).isEqualTo(100);
        assertThat(store.isWritable()).isFalse();
        assertThat(store.problem()).isNotEmpty();
        assertThatThrownBy(() -> store.append(new JournalRecord.SessionClosed(""), START))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJournalOpenedAgainGoesOnAfterItsLastRecord() throws Exception {
        assumeTrue(outlivesTheStore(), "this store keeps nothing");
        AnyRecord any = new AnyRecord(13);
        List<JournalRecord> expected = new ArrayList<>();

        for (int session = 0; session < 5; session++) {
            assertThat(store.lastSequence()).isEqualTo(expected.size());
            assertThat(store.durableSequence()).isEqualTo(expected.size());
            for (int i = 0; i < 30; i++) {
                JournalRecord record = any.next();
                expected.add(record);
                assertThat(store.append(record, START)).isEqualTo(expected.size());
            }
            store.close();
            store = open();
        }

        assertThat(replayed(store).stream().map(Shown::record).toList())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(expected);
    }

    List<Long> appended(AnyRecord any, int count) {
        List<Long> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sequences.add(store.append(any.next(), START));
        }
        return sequences;
    }

    static List<Shown> replayed(JournalStore store) {
        List<Shown> shown = new ArrayList<>();
        store.replay((sequence, at, record) -> shown.add(new Shown(sequence, at, record)));
        return shown;
    }

    record Shown(long sequence, Instant at, JournalRecord record) {}
}
