package io.ploy.core.persistence;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.time.Instant;

/**
 * What journals have in common whose records go through memory to a thread of their own, {@code ploy-journal}, which makes
 * all that came meanwhile durable at once.
 */
public abstract class QueuedJournal implements JournalStore {
    private final String place;
    private final Duration closeWithin;
    private final FrameWriter frames = new FrameWriter();
    private final CommitQueue queue;
    private final Thread thread;

    QueuedJournal(String place, Duration closeWithin, CommitQueue queue, Runnable writer) {
        this.place = place;
        this.closeWithin = closeWithin;
        this.queue = queue;
        thread = new Thread(writer, "ploy-journal");
        // An application that forgets to close the journal can still end; it loses nothing it was told is durable.
        thread.setDaemon(true);
    }

    /**
     * A journal whose thread does not run yet.
     *
     * @param place names where the records are kept, for people
     * @param storage keeps the records; closed by the journal's thread when that ends
     * @param last the sequence of the last record it holds, 0 if none
     * @param limits what may wait
     */
    protected QueuedJournal(String place, RecordStorage storage, long last, JournalLimits limits) {
        this(place, limits.closeWithin(), new CommitQueue(limits, last), storage, limits);
    }

    private QueuedJournal(
            String place, Duration closeWithin, CommitQueue queue, RecordStorage storage, JournalLimits limits) {
        this(place, closeWithin, queue, new StorageWriter(queue, storage, limits));
    }

    /** Starts the thread, once. */
    protected final void start() {
        thread.start();
    }

    @Override
    public final long append(JournalRecord record, Instant at) {
        long sequence = queue.last() + 1;
        int length = frames.write(sequence, at, record);
        queue.add(sequence, frames.array(), length);
        return sequence;
    }

    @Override
    public final void whenDurable(long sequence, Runnable action) {
        queue.whenDurable(sequence, action);
    }

    @Override
    public final long durableSequence() {
        return queue.durable();
    }

    @Override
    public final long lastSequence() {
        return queue.last();
    }

    @Override
    public final boolean isWritable() {
        return queue.problem().isEmpty();
    }

    @Override
    public final String problem() {
        return queue.problem();
    }

    @Override
    public final void flush(Duration timeout) {
        long wanted = queue.last();
        try {
            if (queue.await(wanted, timeout.toNanos())) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted while waiting for record " + wanted + " to be durable", e);
        }
        throw new JournalException("record " + wanted + " is not durable after " + timeout + why());
    }

    @Override
    public final void close() {
        if (!queue.close()) {
            return;
        }
        Uninterruptibles.joinUninterruptibly(thread, closeWithin);
        if (queue.durable() < queue.last()) {
            throw new JournalException("the journal in " + place + " was closed, but records " + (queue.durable() + 1)
                    + " to " + queue.last() + " could not be made durable" + why());
        }
        if (thread.isAlive()) {
            throw new JournalException(
                    "the journal in " + place + " is complete, but its thread has not ended within " + closeWithin);
        }
    }

    private String why() {
        String problem = queue.problem();
        return problem.isEmpty() ? "" : "; " + problem;
    }
}
