package io.ploy.testkit.journal;

import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Fault F64 inside the process: a journal whose storage stalls and goes on when it is told to, as with a full disk or a
 * slow flush. What is appended meanwhile is kept, and nothing becomes durable.
 *
 * <p><b>Threading.</b> {@link #stall} and {@link #goOn} may be called from any thread; actions that waited run on the
 * thread that calls {@code goOn}.
 */
public final class StalledJournal implements JournalStore {
    private final JournalStore store;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private String problem = "";
    private long durableBefore;

    private record Waiting(long sequence, Runnable action) {}

    /**
     * A journal that does not stall yet.
     *
     * @param store where records really go; closed with this one
     */
    public StalledJournal(JournalStore store) {
        this.store = store;
    }

    /**
     * From now on nothing becomes durable.
     *
     * @param why told as {@link #problem}, such as {@code no space left}
     * @throws IllegalArgumentException if it says nothing
     */
    public synchronized void stall(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a journal that stalls says why");
        }
        if (problem.isEmpty()) {
            durableBefore = store.durableSequence();
        }
        problem = why;
    }

    /** Storage works again: everything that waits becomes durable. */
    public void goOn() {
        while (true) {
            Waiting next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    problem = "";
                    return;
                }
            }
            store.whenDurable(next.sequence(), next.action());
        }
    }

    @Override
    public long append(JournalRecord record, Instant at) {
        return store.append(record, at);
    }

    @Override
    public void whenDurable(long sequence, Runnable action) {
        synchronized (this) {
            if (!problem.isEmpty() && sequence > durableBefore) {
                waiting.add(new Waiting(sequence, action));
                return;
            }
        }
        store.whenDurable(sequence, action);
    }

    @Override
    public synchronized long durableSequence() {
        return problem.isEmpty() ? store.durableSequence() : durableBefore;
    }

    @Override
    public long lastSequence() {
        return store.lastSequence();
    }

    @Override
    public synchronized boolean isWritable() {
        return problem.isEmpty() && store.isWritable();
    }

    @Override
    public synchronized String problem() {
        return problem.isEmpty() ? store.problem() : problem;
    }

    @Override
    public void replay(JournalVisitor visitor) {
        store.replay(visitor);
    }

    @Override
    public void flush(Duration timeout) {
        synchronized (this) {
            if (!problem.isEmpty() && store.lastSequence() > durableBefore) {
                throw new JournalException("not durable: " + problem);
            }
        }
        store.flush(timeout);
    }

    @Override
    public void close() {
        store.close();
    }
}
