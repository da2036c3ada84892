package io.ploy.core.persistence;

import java.io.IOException;

/**
 * Where a {@link QueuedJournal} keeps its records. All methods are called by the journal's thread alone.
 *
 * <p><b>Errors.</b> {@link IOException} means try the same again later, and its message says why for people.
 * {@link JournalException} means never again: the journal stays not writable and nothing more is written.
 */
public interface RecordStorage extends AutoCloseable {
    /**
     * Makes records durable, from the first on, in order; all or some. Records that an earlier call stored although its
     * answer was lost are not stored twice.
     *
     * @param records at least one
     * @return the sequence of the last one that is durable
     * @throws IOException if storage failed; whether anything became durable need not be known
     * @throws JournalException if somebody else writes to this storage, or it has lost what was durable
     */
    long commit(QueuedRecords records) throws IOException;

    /** Releases what it holds. */
    @Override
    void close() throws IOException;
}
