package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.QueuedRecords;
import io.ploy.core.persistence.RecordStorage;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records to a database over one connection. A connection that failed is never used again: on a new one it is first
 * found out how far the old one came.
 */
final class SqlStorage implements RecordStorage {
    private static final Logger LOG = LoggerFactory.getLogger(SqlStorage.class);

    private final SqlDatabase database;
    private final Fencing fencing;
    private final Closeable lock;
    private @Nullable RecordInsert insert;
    private long last;

    /** Takes over the lock. */
    SqlStorage(SqlDatabase database, Fencing fencing, Closeable lock, long last) {
        this.database = database;
        this.fencing = fencing;
        this.lock = lock;
        this.last = last;
    }

    @Override
    public long commit(QueuedRecords records) throws IOException {
        try {
            RecordInsert open = insert;
            if (open == null) {
                open = connect();
                long found = settle(records);
                if (found > last) {
                    last = found;
                    return found;
                }
                records.rewind();
            }
            if (!open.insert(records)) {
                throw new JournalException("another process has taken over account " + fencing.account()
                        + ": the lease in " + database + " no longer has our token " + fencing.token() + ". Record "
                        + (last + 1) + " and all after it were not written and will not be.");
            }
            last = records.sequence();
            return last;
        } catch (SQLException e) {
            disconnect();
            throw new IOException("writing to " + database + " failed: " + e.getMessage(), e);
        }
    }

    private RecordInsert connect() throws SQLException {
        Connection connection = database.durable();
        try {
            insert = database.insert(connection, fencing);
            return insert;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The last of our records that is there, whatever became of the answers. */
    private long settle(QueuedRecords records) throws SQLException {
        JournalTable.Head head;
        try (Connection connection = database.reader()) {
            head = JournalTable.head(connection);
        }
        if (head.sequence() < last) {
            throw new JournalException(database + " has lost records " + (head.sequence() + 1) + " to " + last
                    + ", which were durable. Nothing more is written to it. Was it restored from a copy?");
        }
        if (head.sequence() == last) {
            return last;
        }
        while (records.next()) {
            if (records.sequence() == head.sequence()) {
                if (records.checksum() == head.checksum()) {
                    return head.sequence();
                }
                break;
            }
        }
        throw new JournalException("another process writes to " + database + ": its record " + head.sequence()
                + " is not ours. Record " + (last + 1) + " and all after it were not written and will not be.");
    }

    private void disconnect() {
        RecordInsert failed = insert;
        insert = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                LOG.debug("closing a connection that had failed failed as well", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        lock.close();
    }
}
