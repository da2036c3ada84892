package io.ploy.core.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames on their way from the engine to the writer thread: two buffers, one being filled while the other is written, and
 * the actions that wait for a flush. Whatever queues up during a flush goes with the next one. Thread-safe.
 */
final class CommitQueue {
    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
    private static final int KEPT_BYTES = 1 << 20;

    private final JournalLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition closingAsked = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private Batch filling = new Batch(KEPT_BYTES / 16);
    private Batch spare = new Batch(KEPT_BYTES / 16);
    private @Nullable Batch writing;
    private long last;
    private long durable;
    private long actions;
    private boolean writerWaits;
    private boolean closing;
    private String failure = "";

    CommitQueue(JournalLimits limits, long last) {
        this.limits = limits;
        this.last = last;
        durable = last;
    }

    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    long durable() {
        lock.lock();
        try {
            return durable;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a copy of a frame. */
    void add(long sequence, byte[] frame, int length) {
        lock.lock();
        try {
            Sequences.requireOpen(closing);
            if (pendingBytes() + length > limits.memoryLimitBytes()) {
                throw new JournalException("record " + sequence + " was not taken: " + pendingBytes()
                        + " bytes already wait for storage" + because());
            }
            if (filling.isEmpty()) {
                filling.since = limits.ticker().getAsLong();
            }
            filling.add(sequence, frame, length);
            last = sequence;
            if (writerWaits) {
                writerWaits = false;
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void whenDurable(long sequence, Runnable action) {
        lock.lock();
        try {
            Sequences.requireAppended(sequence, last);
            if (sequence > durable) {
                Sequences.requireOpen(closing);
                waiting.add(new Waiting(sequence, actions++, action));
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /**
     * All that was added since the last call.
     *
     * @param wait whether to wait for something
     * @return null if there is nothing
     */
    @Nullable
    Batch take(boolean wait) {
        lock.lock();
        try {
            while (wait && filling.isEmpty() && !closing) {
                writerWaits = true;
                work.awaitUninterruptibly();
            }
            writerWaits = false;
            if (filling.isEmpty()) {
                return null;
            }
            Batch taken = filling;
            filling = spare;
            writing = taken;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Says that all up to a sequence is flushed, and runs what waited for it. */
    void flushed(long sequence) {
        List<Waiting> due = new ArrayList<>();
        lock.lock();
        try {
            durable = sequence;
            if (!failure.isEmpty()) {
                LOG.warn("the journal can be written again: {}", failure);
                failure = "";
            }
            for (Waiting head = waiting.peek(); head != null && head.sequence <= sequence; head = waiting.peek()) {
                due.add(waiting.remove());
            }
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        due.forEach(CommitQueue::run);
    }

    private static void run(Waiting due) {
        try {
            due.action.run();
        } catch (RuntimeException e) {
            LOG.error("what waited for record {} to be durable failed", due.sequence, e);
        }
        // An interrupt left behind would close the file under the next write.
        if (Thread.interrupted()) {
            LOG.warn("what waited for record {} to be durable interrupted the journal's thread", due.sequence);
        }
    }

    /** Says that a batch is flushed to its end and its buffer is free. */
    void done(Batch batch) {
        lock.lock();
        try {
            writing = null;
            batch.clear(KEPT_BYTES);
            spare = batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says that storage failed, and waits before it is tried again.
     *
     * @param pause how long
     * @return false if it is not to be tried again, because the journal is closing
     */
    boolean failed(String reason, Duration pause) {
        lock.lock();
        try {
            if (failure.isEmpty()) {
                LOG.error("the journal cannot be written, so nothing new is sent: {}", reason);
            }
            failure = reason;
            if (closing) {
                return false;
            }
            long nanos = pause.toNanos();
            while (nanos > 0 && !closing) {
                nanos = closingAsked.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            LOG.warn("the journal's thread was interrupted and goes on", e);
        } finally {
            lock.unlock();
        }
        return true;
    }

    /** Says that the writer thread ended because of an error of ours. */
    void died(String reason) {
        lock.lock();
        try {
            failure = reason;
        } finally {
            lock.unlock();
        }
        LOG.error("the journal cannot be written, so nothing new is sent: {}", reason);
    }

    /** Waits until a sequence is flushed, and answers whether it is. */
    boolean await(long sequence, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (durable < sequence && left > 0) {
                left = progress.awaitNanos(left);
            }
            return durable >= sequence;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more. Answers whether it did until now. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closing;
            closing = true;
            work.signal();
            closingAsked.signal();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is nothing left and nothing more will come. */
    boolean isDrained() {
        lock.lock();
        try {
            return closing && filling.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why nothing new should be sent; empty if it may be. */
    String problem() {
        lock.lock();
        try {
            if (closing) {
                return "the journal is closed" + because();
            }
            if (!failure.isEmpty()) {
                return failure;
            }
            // A batch that is flushed keeps its buffer until whoever waited for it has run.
            boolean flushed = writing == null || writing.lastSequence() <= durable;
            long bytes = flushed ? filling.length() : pendingBytes();
            if (bytes > limits.queueLimitBytes()) {
                return bytes + " bytes wait for storage, more than " + limits.queueLimitBytes();
            }
            Batch oldest = writing == null || flushed ? filling : writing;
            long waited = oldest.isEmpty() ? 0 : limits.ticker().getAsLong() - oldest.since;
            if (waited > limits.maxLag().toNanos()) {
                return "records wait for storage since " + TimeUnit.NANOSECONDS.toMillis(waited) + " ms, more than "
                        + limits.maxLag().toMillis();
            }
            return "";
        } finally {
            lock.unlock();
        }
    }

    private String because() {
        return failure.isEmpty() ? "" : ": " + failure;
    }

    private long pendingBytes() {
        return (writing == null ? 0L : writing.length()) + filling.length();
    }

    private record Waiting(long sequence, long number, Runnable action) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int bySequence = Long.compare(sequence, other.sequence);
            return bySequence != 0 ? bySequence : Long.compare(number, other.number);
        }
    }
}
