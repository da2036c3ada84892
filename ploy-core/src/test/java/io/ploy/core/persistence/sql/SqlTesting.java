package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.JournalLimits;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What the tests of stores in databases share. */
final class SqlTesting {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Instant START = Instant.parse("2026-03-01T12:00:00.000000001Z");

    private SqlTesting() {}

    static SqlJournal.Settings settings() {
        return settings(System::nanoTime);
    }

    static SqlJournal.Settings settings(LongSupplier ticker) {
        return new SqlJournal.Settings(
                new JournalLimits(
                        10_000,
                        20_000_000,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(40),
                        SOON,
                        ticker),
                "main",
                0);
    }

    static JournalRecord record(long number) {
        return new JournalRecord.SessionClosed("number " + number + " " + "x".repeat((int) (number % 400)));
    }

    /** Appends records so that each says its own sequence. */
    static void append(JournalStore store, int count) {
        for (int i = 0; i < count; i++) {
            store.append(record(store.lastSequence() + 1), START.plusNanos(store.lastSequence()));
        }
    }

    static List<JournalRecord> replayed(JournalStore store) {
        List<JournalRecord> shown = new ArrayList<>();
        store.replay((sequence, at, record) -> shown.add(record));
        return shown;
    }

    static List<JournalRecord> records(int count) {
        List<JournalRecord> records = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            records.add(record(i));
        }
        return records;
    }

    /** A connection to a file, past all that Ploy does with it. */
    static Connection sqlite(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void execute(Path file, String... statements) {
        try (Connection connection = sqlite(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
