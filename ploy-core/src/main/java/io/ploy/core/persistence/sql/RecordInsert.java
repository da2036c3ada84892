package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.QueuedRecords;
import java.sql.SQLException;

/** Puts records into the journal's table over one connection, in transactions of bounded size. */
interface RecordInsert extends AutoCloseable {
    int MOST_ROWS = 4096;
    int MOST_BYTES = 4 << 20;

    /**
     * Stores and commits some of them, from where the cursor stands; the cursor then stands at the last one stored.
     *
     * @return false if another process has taken over, and nothing was stored
     */
    boolean insert(QueuedRecords records) throws SQLException;

    @Override
    void close() throws SQLException;
}
