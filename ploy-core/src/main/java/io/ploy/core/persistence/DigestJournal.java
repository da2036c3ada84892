package io.ploy.core.persistence;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a running digest of the records and no record, so that its memory does not grow. For backtests: two runs did the
 * same exactly if their digests are equal. What is appended counts as durable at once.
 */
public final class DigestJournal implements JournalStore {
    private final FrameWriter writer = new FrameWriter();
    private final Sha256 digest = new Sha256();
    private long last;
    private long bytes;
    private boolean closed;

    @Override
    public synchronized long append(JournalRecord record, Instant at) {
        Sequences.requireOpen(closed);
        int length = writer.write(last + 1, at, record);
        digest.update(writer.array(), length);
        bytes += length;
        return ++last;
    }

    @Override
    public void whenDurable(long sequence, Runnable action) {
        Sequences.requireAppended(sequence, lastSequence());
        action.run();
    }

    @Override
    public long durableSequence() {
        return lastSequence();
    }

    @Override
    public synchronized long lastSequence() {
        return last;
    }

    @Override
    public synchronized boolean isWritable() {
        return !closed;
    }

    @Override
    public String problem() {
        return isWritable() ? "" : "the journal is closed";
    }

    /**
     * Shows nothing, since nothing is kept.
     *
     * @throws JournalException if something was appended, because it cannot be shown
     */
    @Override
    public void replay(JournalVisitor visitor) {
        if (lastSequence() > 0) {
            throw new JournalException(
                    "a digest journal keeps no records; replay from an in-memory or segment journal");
        }
    }

    @Override
    public void flush(Duration timeout) {
        // What is appended is durable.
    }

    /** How many bytes the frames had in all. */
    public synchronized long byteCount() {
        return bytes;
    }

    /** SHA-256 over all frames so far in hex, equal to that of an {@link InMemoryJournal} of the same records. */
    public synchronized String sha256() {
        return digest.hex();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
