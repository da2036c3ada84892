package io.ploy.core.persistence;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;

/** Keeps records as bytes in memory, where they count as durable at once. For tests and dry runs. */
public final class InMemoryJournal implements JournalStore {
    private final FrameWriter writer = new FrameWriter();
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private long last;
    private boolean closed;

    @Override
    public synchronized long append(JournalRecord record, Instant at) {
        Sequences.requireOpen(closed);
        int length = writer.write(last + 1, at, record);
        frames.write(writer.array(), 0, length);
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

    @Override
    public void replay(JournalVisitor visitor) {
        byte[] bytes = bytes();
        new FrameReader().visit(bytes, 0, bytes.length, "memory", visitor);
    }

    @Override
    public void flush(Duration timeout) {
        // What is appended is durable.
    }

    /** A copy of everything, frame after frame. */
    public synchronized byte[] bytes() {
        return frames.toByteArray();
    }

    /** SHA-256 over {@link #bytes()} in hex: equal journals, equal digests. */
    public String sha256() {
        byte[] bytes = bytes();
        return new Sha256().update(bytes, bytes.length).hex();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
