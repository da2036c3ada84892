package io.ploy.core.persistence;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what happened, in order. A record that is durable implies that all before it are.
 *
 * <p><b>Threading.</b> One thread, the engine's, appends and replays. Everything else may be called from any thread.
 *
 * <p><b>Errors.</b> Storage that fails does not fail the caller: {@link #isWritable()} turns false, nothing new becomes
 * durable, and what was appended is kept in memory and written once storage works again.
 */
public interface JournalStore extends AutoCloseable {
    /**
     * Adds a record. Copies it into memory and never waits for storage.
     *
     * @param record what happened
     * @param at engine time, between the years 1678 and 2262
     * @return its sequence, from 1 without gaps
     * @throws JournalException if storage has failed for so long that the memory set aside is full; the record is not
     *     taken, so the caller must stop
     * @throws IllegalArgumentException if the record is larger than {@value #MAX_RECORD_BYTES} bytes or the time does not
     *     fit; nothing is taken
     * @throws IllegalStateException if the store is closed
     */
    long append(JournalRecord record, Instant at);

    /**
     * Runs an action as soon as a record is durable and never before: at once on the calling thread if it already is,
     * else on the store's own thread right after the flush. Actions that wait run in the order of their sequences. An
     * action returns quickly; what it throws is logged. If the record never becomes durable the action never runs.
     *
     * @param sequence of a record that was appended
     * @param action what to do
     * @throws IllegalArgumentException if no such record was appended
     * @throws IllegalStateException if the store was closed before the record became durable
     */
    void whenDurable(long sequence, Runnable action);

    /** The highest sequence that survives a crash, 0 if none. */
    long durableSequence();

    /** The sequence last handed out, 0 if none. */
    long lastSequence();

    /**
     * Whether new risk may be taken: false when storage failed, when a flush takes longer than allowed or when too much
     * waits for one. Turns true again when storage has caught up.
     */
    boolean isWritable();

    /** Why the store is not writable, for people. Empty while it is. */
    String problem();

    /**
     * Shows all durable records from the first one on.
     *
     * @param visitor is called on this thread
     * @throws JournalCorruptException at the first record that cannot be trusted, after all before it were shown
     * @throws JournalException if the records cannot be read
     */
    void replay(JournalVisitor visitor);

    /**
     * Waits until everything appended so far is durable.
     *
     * @param timeout how long at most
     * @throws JournalException if it is not durable by then; it stays in memory
     */
    void flush(Duration timeout);

    /**
     * Flushes, and releases threads and files. Does nothing the second time.
     *
     * @throws JournalException if records could not be made durable; the message says which
     */
    @Override
    void close();

    /** The largest record that is taken: 16 MiB as encoded. */
    int MAX_RECORD_BYTES = 1 << 24;
}
