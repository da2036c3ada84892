package io.ploy.core.history.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The row that says which record's rows the tables have as the last. */
final class HistoryProgress {
    static final String TABLE = "history_progress";

    private HistoryProgress() {}

    /** The last record; 0 if the tables are empty or are to be made anew. */
    static long read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_record FROM " + TABLE)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * Moves it on, and keeps everybody else from that until the transaction ends.
     *
     * @return false if it is not where it was, because somebody else moved it
     */
    static boolean move(Connection connection, long from, long to, Instant at) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE " + TABLE + " SET last_record = ?, at = ? WHERE last_record = ?")) {
            statement.setLong(1, to);
            SqlDialect.of(connection).time(statement, 2, at.truncatedTo(ChronoUnit.MICROS));
            statement.setLong(3, from);
            return statement.executeUpdate() == 1;
        }
    }
}
