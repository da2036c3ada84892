package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.RecordReplay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the journal's table. */
final class JournalTable {
    /** How many rows the driver holds at a time. A row may have 16 MiB, but few have more than one KiB. */
    private static final int FETCHED_ROWS = 200;

    private JournalTable() {}

    /** The newest record; of sequence 0 if there is none. */
    static Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT seq, token, crc32c FROM journal ORDER BY seq DESC LIMIT 1")) {
            return row.next() ? new Head(row.getLong(1), row.getLong(2), row.getInt(3)) : new Head(0, 0, 0);
        }
    }

    /** Shows records in order, a few of them in memory at a time, and none after so many bytes. */
    static void replay(Connection connection, long until, long mostBytes, RecordReplay replay) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT seq, at_nanos, crc32c, body FROM journal WHERE seq >= ? AND seq <= ? ORDER BY seq")) {
            statement.setFetchSize(FETCHED_ROWS);
            statement.setLong(1, replay.expected());
            statement.setLong(2, until);
            try (ResultSet rows = statement.executeQuery()) {
                long bytes = 0;
                while (bytes < mostBytes && rows.next()) {
                    byte[] found = rows.getBytes(4);
                    byte[] body = found == null ? new byte[0] : found;
                    replay.show(rows.getLong(1), rows.getLong(2), rows.getInt(3), body);
                    bytes += body.length;
                }
            }
        }
    }

    /**
     * The newest record.
     *
     * @param sequence 0 if there is none
     * @param token of whoever wrote it
     * @param checksum of the whole
     */
    record Head(long sequence, long token, int checksum) {}
}
