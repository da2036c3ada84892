package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.sql.Postgres;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
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
import java.util.UUID;

/**
 * A database of its own for a test.
 *
 * @param database as Ploy reaches it
 * @param connect a way past all that Ploy does with it
 */
record TestDatabase(Kind kind, SqlDatabase database, Connect connect) {
    interface Connect {
        Connection open() throws SQLException;
    }

    enum Kind {
        SQLITE,
        POSTGRESQL;

        TestDatabase make(Path folder) {
            if (this == SQLITE) {
                Path file = folder.resolve(UUID.randomUUID() + ".db");
                return new TestDatabase(
                        this,
                        SqlDatabase.sqlite(file, Duration.ofSeconds(10)),
                        () -> DriverManager.getConnection("jdbc:sqlite:" + file));
            }
            PostgresSettings settings = Postgres.schema();
            return new TestDatabase(this, SqlDatabase.postgres(settings), () -> Postgres.connect(settings));
        }
    }

    record Entry(Instant at, JournalRecord record) {}

    SqlJournal journal() {
        return SqlJournal.open(database, SqlJournal.Settings.defaults("main", System::nanoTime));
    }

    static void append(SqlJournal journal, List<Entry> entries) {
        entries.forEach(entry -> journal.append(entry.record(), entry.at()));
        journal.flush(Duration.ofSeconds(20));
    }

    void execute(String... statements) {
        try (Connection connection = connect.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<List<String>> query(String sql) {
        List<List<String>> found = new ArrayList<>();
        try (Connection connection = connect.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    long mark() {
        return Long.parseLong(
                query("SELECT last_record FROM history_progress").get(0).get(0));
    }

    <R extends HistoryRow> List<StoredRows.Values> rows(HistoryTable<R> table) {
        try (Connection connection = database.reader();
                StoredRows<R> stored = new StoredRows<>(connection, table)) {
            return stored.upTo(Long.MAX_VALUE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
