package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalLimits;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.QueuedJournal;
import io.ploy.core.persistence.RecordReplay;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/**
 * Keeps records as rows of a table, each commit flushed before what is in it counts as durable. Brings the database's
 * schema up to date when it opens.
 *
 * <p><b>Threading.</b> As {@link io.ploy.core.persistence.JournalStore} says. One thread of its own, {@code ploy-journal},
 * does all writing, over one connection; each replay has a connection to itself.
 *
 * <p><b>Failures.</b> While the database cannot be reached, is full or is read-only, records wait in memory, and the same
 * is tried again with growing pauses. Where the answer to a commit was lost, what is there is looked at first, so that
 * nothing is lost or doubled. If another process has taken over, nothing is ever written again.
 */
public final class SqlJournal extends QueuedJournal {
    private static final long PART_BYTES = 1 << 20;

    private final SqlDatabase database;

    private SqlJournal(SqlDatabase database, SqlStorage storage, long last, JournalLimits limits) {
        super(database.toString(), storage, last, limits);
        this.database = database;
    }

    /**
     * Opens the journal in a database, or begins one.
     *
     * @param database where
     * @param settings limits, and who writes
     * @return to be closed by the caller
     * @throws JournalCorruptException if its newest record is damaged; older ones are looked at by {@link #replay}
     * @throws JournalException if the database is in use, cannot be used, holds something else, was made by a newer Ploy,
     *     or was written to by somebody with a newer token
     */
    public static SqlJournal open(SqlDatabase database, Settings settings) {
        Closeable lock = database.lock();
        try {
            new SqlMigrations(database).up();
            Fencing fencing = settings.fencing();
            JournalTable.Head head = head(database);
            if (!fencing.isNone() && (head.token() > fencing.token() || !database.claim(fencing))) {
                throw new JournalException("another process has taken over account " + fencing.account()
                        + ": our token " + fencing.token() + " is not the newest in " + database);
            }
            SqlStorage storage = new SqlStorage(database, fencing, lock, head.sequence());
            SqlJournal journal = new SqlJournal(database, storage, head.sequence(), settings.limits());
            journal.start();
            return journal;
        } catch (RuntimeException | SQLException e) {
            release(lock, e);
            if (e instanceof JournalException ours) {
                throw ours;
            }
            throw new JournalException("cannot use " + database + " for a journal: " + e.getMessage(), e);
        }
    }

    private static void release(Closeable lock, Exception cause) {
        try {
            lock.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static JournalTable.Head head(SqlDatabase database) throws SQLException {
        try (Connection connection = database.durable()) {
            JournalTable.Head head = JournalTable.head(connection);
            RecordReplay newest =
                    new RecordReplay(database.toString(), Math.max(1, head.sequence()), (sequence, at, record) -> {});
            JournalTable.replay(connection, head.sequence(), Long.MAX_VALUE, newest);
            newest.finish(head.sequence());
            return head;
        }
    }

    /**
     * Shows the records of a journal without writing to it. Works while another process writes.
     *
     * @param database where
     * @param visitor is called on this thread
     * @return how many records there are
     * @throws JournalCorruptException at the first record that cannot be trusted, after all before it were shown
     * @throws JournalException if the database cannot be read
     */
    public static long read(SqlDatabase database, JournalVisitor visitor) {
        try (Connection connection = database.reader()) {
            long last = JournalTable.head(connection).sequence();
            replay(database, connection, last, visitor);
            return last;
        } catch (SQLException e) {
            throw unreadable(database, e);
        }
    }

    /**
     * Shows a bounded part of a journal.
     *
     * @param database where
     * @param connection to it, not used by anybody else meanwhile; is left with a transaction that has only read
     * @param after the record before the first one to be shown, 0 to begin
     * @param until the last record to be shown at most; it is durable
     * @param visitor is called on this thread, at least once, and until it was shown a MiB or {@code until}
     * @throws JournalCorruptException at the first record that cannot be trusted, after all before it were shown
     * @throws SQLException if the database cannot be read
     */
    public static void readPart(
            SqlDatabase database, Connection connection, long after, long until, JournalVisitor visitor)
            throws SQLException {
        RecordReplay replay = new RecordReplay(database.toString(), after + 1, visitor);
        JournalTable.replay(connection, until, PART_BYTES, replay);
        if (replay.expected() == after + 1) {
            replay.finish(until);
        }
    }

    /**
     * Where it is.
     *
     * @return as it was given when this was opened
     */
    public SqlDatabase database() {
        return database;
    }

    @Override
    public void replay(JournalVisitor visitor) {
        try (Connection connection = database.reader()) {
            replay(database, connection, durableSequence(), visitor);
        } catch (SQLException e) {
            throw unreadable(database, e);
        }
    }

    private static void replay(SqlDatabase database, Connection connection, long until, JournalVisitor visitor)
            throws SQLException {
        RecordReplay replay = new RecordReplay(database.toString(), 1, visitor);
        JournalTable.replay(connection, until, Long.MAX_VALUE, replay);
        replay.finish(until);
    }

    private static JournalException unreadable(SqlDatabase database, SQLException e) {
        return new JournalException("cannot read the journal in " + database + ": " + e.getMessage(), e);
    }

    /**
     * Limits, and who writes.
     *
     * @param limits what may wait in memory, and how failures are dealt with
     * @param account whose orders the journal is about; a database holds one account
     * @param fencingToken of the lease that allows writing; 0 if there is no lease, and then a second writer is noticed
     *     only when both have written
     */
    public record Settings(JournalLimits limits, String account, long fencingToken) {
        /** Checks the ranges. */
        public Settings {
            if (account.isBlank()) {
                throw new IllegalArgumentException("a journal is of an account, and no name was given");
            }
            if (fencingToken < 0) {
                throw new IllegalArgumentException("a fencing token is not negative: " + fencingToken);
            }
        }

        /**
         * The usual limits, without a lease.
         *
         * @param account whose orders the journal is about
         * @param ticker nanoseconds from any start, never going back; from any thread
         */
        public static Settings defaults(String account, LongSupplier ticker) {
            return new Settings(JournalLimits.defaults(ticker), account, 0);
        }

        /** The same with another token. */
        public Settings withFencingToken(long token) {
            return new Settings(limits, account, token);
        }

        Fencing fencing() {
            return new Fencing(account, fencingToken);
        }
    }
}
