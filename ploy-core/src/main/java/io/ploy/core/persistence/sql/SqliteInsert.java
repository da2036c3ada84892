package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.QueuedRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A transaction for each call. The rows come first, because writing takes the file's lock without having read before, and
 * the token is then looked at under that lock.
 */
final class SqliteInsert implements RecordInsert {
    private final Connection connection;
    private final Fencing fencing;
    private final WriteTurns turns;
    private final PreparedStatement rows;
    private final PreparedStatement token;

    SqliteInsert(Connection connection, Fencing fencing, WriteTurns turns) throws SQLException {
        this.connection = connection;
        this.fencing = fencing;
        this.turns = turns;
        connection.setAutoCommit(false);
        rows = connection.prepareStatement(
                "INSERT INTO journal (seq, at_nanos, token, crc32c, body) VALUES (?, ?, ?, ?, ?)");
        token = connection.prepareStatement("SELECT token FROM lease WHERE account = ?");
    }

    @Override
    public boolean insert(QueuedRecords records) throws SQLException {
        return turns.commit(() -> insertNow(records));
    }

    private boolean insertNow(QueuedRecords records) throws SQLException {
        try {
            int bytes = 0;
            for (int count = 0; count < MOST_ROWS && bytes < MOST_BYTES && records.next(); count++) {
                bytes += records.length();
                rows.setLong(1, records.sequence());
                rows.setLong(2, records.nanos());
                rows.setLong(3, fencing.token());
                rows.setInt(4, records.checksum());
                rows.setBytes(5, records.body());
                rows.addBatch();
            }
            rows.executeBatch();
            if (!isOurs()) {
                connection.rollback();
                return false;
            }
            connection.commit();
            return true;
        } catch (SQLException | RuntimeException e) {
            rows.clearBatch();
            throw e;
        }
    }

    private boolean isOurs() throws SQLException {
        if (fencing.isNone()) {
            return true;
        }
        token.setString(1, fencing.account());
        try (ResultSet found = token.executeQuery()) {
            return found.next() && found.getLong(1) == fencing.token();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
