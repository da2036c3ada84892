package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryProjection;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds a journal a part at a time and writes the rows of each part in one transaction together with the mark that says so.
 * Not thread-safe.
 *
 * <p>The mark is moved only from where this writer left it, and first, so that whoever moves it has the tables to itself
 * until it commits. That is why the token of the lease is not looked at: rows follow from records, which the journal
 * guards, and an overtaken process that still has records to fold would write the very rows its successor writes, or finds
 * the mark elsewhere and writes none.
 */
final class TableWriter implements AutoCloseable {
    /** Records of one transaction: a commit of the journal may have to wait for it. */
    private static final int PART = 64;

    private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);

    private final SqlDatabase database;
    private SqlHistoryTables tables = new SqlHistoryTables();
    private HistoryProjection projection = new HistoryProjection(tables);
    private Instant foldedAt = Instant.EPOCH;
    private @Nullable Connection connection;
    private long written;

    TableWriter(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Reads a part of the journal, if none is waiting to be written, and writes its rows.
     *
     * @param durable the last record that may be read
     * @return whether the tables have all up to that one
     * @throws SQLException if the database cannot be used; the same may be tried again after {@link #disconnect()}
     */
    boolean advance(long durable) throws SQLException {
        Connection open = connected();
        if (projection.sequence() <= written && projection.sequence() < durable) {
            read(open, durable);
        }
        if (projection.sequence() > written) {
            database.betweenCommits(open, () -> write(open));
        }
        return written >= durable && projection.sequence() >= durable;
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open != null) {
            return open;
        }
        open = database.derived();
        connection = open;
        open.setAutoCommit(false);
        long found = HistoryProgress.read(open);
        open.rollback();
        boolean wasSetBack = found < written;
        written = found;
        if (wasSetBack) {
            startOver();
        }
        tables.after(found);
        return open;
    }

    private void read(Connection open, long durable) throws SQLException {
        long from = projection.sequence();
        try {
            SqlJournal.readPart(database, open, from, Math.min(from + PART, durable), this::fold);
        } finally {
            open.rollback();
        }
    }

    private void fold(long sequence, Instant at, JournalRecord record) {
        foldedAt = at;
        projection.visit(sequence, at, record);
    }

    private void write(Connection open) throws SQLException {
        long last = projection.sequence();
        if (!HistoryProgress.move(open, written, last, foldedAt)) {
            throw new SQLException("somebody else has moved the mark of " + HistoryProgress.TABLE + " from " + written);
        }
        if (written == 0) {
            SqlHistoryTables.clear(open);
        }
        tables.write(open);
        open.commit();
        written = last;
        tables.after(last);
    }

    /** The last record whose rows the tables have. */
    long written() {
        return written;
    }

    /** Forgets all that was folded; the journal is read from its beginning again. */
    void startOver() {
        tables = new SqlHistoryTables();
        projection = new HistoryProjection(tables);
        tables.after(written);
    }

    /** Gives up the connection, and with it what was not committed. */
    void disconnect() {
        Connection failed = connection;
        connection = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                LOG.debug("closing a connection that had failed failed as well", e);
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
