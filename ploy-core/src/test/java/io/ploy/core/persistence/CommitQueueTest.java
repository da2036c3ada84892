package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommitQueueTest {
    private final CommitQueue queue = new CommitQueue(JournalLimits.defaults(() -> 0), 7);

    @Test
    void whatWasAddedJustBeforeClosingIsStillTaken() {
        assertThat(queue.take(false)).isNull();
        queue.add(8, new byte[30], 30);
        queue.close();

        assertThat(queue.isDrained()).isFalse();
        assertThat(queue.take(true).lastSequence()).isEqualTo(8);
        assertThat(queue.isDrained()).isTrue();
        assertThat(queue.take(true)).isNull();
        assertThatThrownBy(() -> queue.add(9, new byte[30], 30)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsAddedWhileABatchIsWrittenGoesIntoTheNextBatch() {
        queue.add(8, new byte[] {8}, 1);
        Batch first = queue.take(false);
        queue.add(9, new byte[] {9, 9}, 2);
        queue.add(10, new byte[] {10}, 1);

        assertThat(first.length()).isEqualTo(1);
        assertThat(first.bytes()[0]).isEqualTo((byte) 8);
        queue.flushed(8);
        queue.done(first);

        Batch second = queue.take(false);
        assertThat(second.length()).isEqualTo(3);
        assertThat(second.bytes()).startsWith(9, 9, 10);
        assertThat(second.lastSequence()).isEqualTo(10);
    }

    @Test
    void aBatchFlushedInPartsLetsActionsGoAsFarAsItIsDurable() {
        List<Integer> ran = new ArrayList<>();
        queue.add(8, new byte[10], 10);
        queue.add(9, new byte[10], 10);
        queue.whenDurable(8, () -> ran.add(8));
        queue.whenDurable(9, () -> ran.add(9));
        queue.whenDurable(7, () -> ran.add(7));
        Batch batch = queue.take(false);

        queue.flushed(8);
        List<Integer> after = List.copyOf(ran);
        queue.flushed(9);
        queue.done(batch);

        assertThat(after).containsExactly(7, 8);
        assertThat(ran).containsExactly(7, 8, 9);
        assertThat(queue.durable()).isEqualTo(9);
    }

    @Test
    void aBatchIsLateUntilItIsFlushedAndNotUntilWhoWaitedForItHasRun() {
        long[] nanos = {0};
        CommitQueue slow = new CommitQueue(JournalLimits.defaults(() -> nanos[0]), 7);
        List<String> seen = new ArrayList<>();
        slow.add(8, new byte[10], 10);
        slow.whenDurable(8, () -> seen.add(slow.problem()));
        Batch batch = slow.take(false);
        nanos[0] = Duration.ofMinutes(1).toNanos();

        assertThat(slow.problem()).contains("60000 ms");
        slow.flushed(8);
        slow.done(batch);

        assertThat(seen).containsExactly("");
        assertThat(slow.problem()).isEmpty();
    }

    @Test
    void bytesWaitUntilTheyAreFlushedAndNotUntilWhoWaitedForThemHasRun() {
        JournalLimits usual = JournalLimits.defaults(() -> 0);
        CommitQueue small = new CommitQueue(
                new JournalLimits(
                        15,
                        1_000,
                        usual.maxLag(),
                        usual.retryEvery(),
                        usual.retryAtMost(),
                        usual.closeWithin(),
                        usual.ticker()),
                7);
        List<String> seen = new ArrayList<>();
        small.add(8, new byte[20], 20);
        small.whenDurable(8, () -> seen.add(small.problem()));
        Batch batch = small.take(false);

        assertThat(small.problem()).isEqualTo("20 bytes wait for storage, more than 15");
        small.flushed(8);
        small.done(batch);

        assertThat(seen).containsExactly("");
    }

    @Test
    void anErrorOfOursStopsNewRiskForGood() {
        queue.add(8, new byte[10], 10);
        Batch batch = queue.take(false);

        queue.died("the journal's thread stopped: on purpose");

        assertThat(queue.problem()).contains("on purpose");
        assertThat(batch.length()).isEqualTo(10);
        assertThat(queue.durable()).isEqualTo(7);
    }
}
