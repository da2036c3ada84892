package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database's schema up to what this Ploy needs, and back to what an older one did. Each version has a script that
 * makes it and one that undoes it.
 */
public final class SqlMigrations {
    /** The newest version of the schema that this Ploy knows. */
    public static final int LATEST = 2;

    private static final String SCRIPTS = "io/ploy/core/db/";
    private static final String HISTORY = "ploy_schema_history";

    private static final Logger LOG = LoggerFactory.getLogger(SqlMigrations.class);

    private final SqlDatabase database;

    /** For one database; nothing is done yet. */
    public SqlMigrations(SqlDatabase database) {
        this.database = database;
    }

    /**
     * The version the database has now.
     *
     * @return 0 if it has none of Ploy's tables
     * @throws JournalException if it cannot be read
     */
    public int version() {
        try {
            MigrationInfo current = flyway(LATEST).info().current();
            // The row that says who made the schema has no version.
            return current == null || current.getVersion() == null
                    ? 0
                    : Integer.parseInt(current.getVersion().getVersion());
        } catch (FlywayException e) {
            throw failed("looked at", e);
        }
    }

    /**
     * Makes all tables, or brings older ones up. Does nothing to a database that is up to date.
     *
     * @throws JournalException if the database was made by a newer Ploy, holds something else, was changed by hand, or
     *     cannot be used; it is then as it was
     */
    public void up() {
        up(LATEST);
    }

    void up(int target) {
        int version = version();
        if (version > LATEST) {
            throw new JournalException(database + " was made by a newer Ploy: its schema has version " + version
                    + ", and this Ploy knows versions up to " + LATEST
                    + ". Use that newer Ploy, or have it take the schema back first.");
        }
        try {
            flyway(target).migrate();
        } catch (FlywayException e) {
            if (String.valueOf(e.getMessage()).contains("non-empty schema")) {
                throw new JournalException(
                        database + " holds tables that are not Ploy's. Give Ploy a "
                                + (database.schema().isEmpty() ? "file" : "schema") + " of its own.",
                        e);
            }
            throw failed("brought up to version " + target, e);
        }
    }

    /**
     * What going back would destroy for good.
     *
     * @param to the version to go back to, 0 to {@link #LATEST}
     * @return for people; empty if nothing
     * @throws JournalException if the database cannot be read
     */
    public List<String> losses(int to) {
        try (Connection connection = database.reader()) {
            return losses(connection, to, version());
        } catch (SQLException e) {
            throw failed("looked at", e);
        }
    }

    private List<String> losses(Connection connection, int to, int from) throws SQLException {
        List<String> losses = new ArrayList<>();
        if (to < 1 && from >= 1) {
            count(connection, "journal", "records of the journal", losses);
            count(connection, "lease", "leases with their tokens", losses);
        }
        return losses;
    }

    private static void count(Connection connection, String table, String what, List<String> losses)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            long rows = row.next() ? row.getLong(1) : 0;
            if (rows > 0) {
                losses.add(rows + " " + what);
            }
        }
    }

    /**
     * Undoes versions, newest first, in one transaction. Nobody else may use the database meanwhile.
     *
     * @param to the version to go back to, 0 (none of Ploy's tables) to {@link #LATEST}
     * @throws JournalException if something would be lost for good, the database is in use, was made by a newer Ploy or
     *     cannot be used; it is then as it was
     */
    public void back(int to) {
        if (to < 0 || to > LATEST) {
            throw new IllegalArgumentException("a version is 0 to " + LATEST + ": " + to);
        }
        try (Closeable lock = database.lock()) {
            LOG.debug("took {} with {}", database, lock);
            backLocked(to);
        } catch (SQLException | IOException | FlywayException e) {
            throw failed("taken back to version " + to, e);
        }
    }

    private void backLocked(int to) throws SQLException {
        try (Connection connection = database.durable()) {
            int from = version();
            if (from > LATEST) {
                throw new JournalException(
                        database + " has version " + from + "; only a Ploy that knows it can undo it");
            }
            connection.setAutoCommit(false);
            List<String> losses = losses(connection, to, from);
            if (!losses.isEmpty()) {
                throw new JournalException("going back from version " + from + " to " + to + " would destroy "
                        + String.join(", ", losses) + " in " + database + ". Keep a copy and empty the tables first.");
            }
            undo(connection, from, to);
            connection.commit();
        }
    }

    private void undo(Connection connection, int from, int to) throws SQLException {
        for (int version = from; version > to; version--) {
            try (Statement statement = connection.createStatement()) {
                for (String part : script("undo/" + database.dialect() + "/U" + version + ".sql")
                        .split(";\n")) {
                    if (!part.isBlank()) {
                        statement.executeUpdate(part);
                    }
                }
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM " + HISTORY + " WHERE version = ?")) {
                statement.setString(1, Integer.toString(version));
                statement.executeUpdate();
            }
        }
        if (to == 0 && from > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DROP TABLE " + HISTORY);
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = SqlMigrations.class.getClassLoader().getResourceAsStream(SCRIPTS + name)) {
            if (in == null) {
                throw new IllegalStateException("this Ploy has no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Flyway flyway(int target) {
        FluentConfiguration configuration = Flyway.configure(SqlMigrations.class.getClassLoader())
                .dataSource(database.migrations())
                .locations("classpath:" + SCRIPTS + database.dialect())
                .target(MigrationVersion.fromVersion(Integer.toString(target)))
                .table(HISTORY)
                .cleanDisabled(true)
                .failOnMissingLocations(true);
        if (!database.schema().isEmpty()) {
            configuration.schemas(database.schema()).createSchemas(true);
        }
        return configuration.load();
    }

    private JournalException failed(String what, Exception e) {
        return new JournalException(database + " could not be " + what + ": " + e.getMessage(), e);
    }
}
