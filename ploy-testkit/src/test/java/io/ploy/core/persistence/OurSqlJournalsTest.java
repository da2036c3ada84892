package io.ploy.core.persistence;

import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.testkit.tck.JournalStoreTck;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The journals of ploy-core that are in databases keep the promises of a journal store. */
class OurSqlJournalsTest {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Nested
    class Sqlite extends JournalStoreTck {
        @TempDir
        Path folder;

        @Override
        protected JournalStore open() {
            return SqlJournal.open(SqlDatabase.sqlite(file(), Duration.ofSeconds(20)), settings());
        }

        private Path file() {
            return folder.resolve("ploy.db");
        }

        @Override
        protected boolean outlivesTheStore() {
            return true;
        }

        @Override
        protected Optional<Runnable> holdFlushes() {
            return Optional.of(held("jdbc:sqlite:" + file(), "BEGIN IMMEDIATE"));
        }
    }

    @Nested
    class Postgres extends JournalStoreTck {
        private final String schema = "tck" + SCHEMAS.incrementAndGet();

        @Override
        protected JournalStore open() {
            PostgresSettings access = new PostgresSettings(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                    "postgres",
                    new Secret("postgres".toCharArray()),
                    schema,
                    Duration.ofSeconds(20));
            return SqlJournal.open(SqlDatabase.postgres(access), settings());
        }

        @Override
        protected boolean outlivesTheStore() {
            return true;
        }

        @Override
        protected Optional<Runnable> holdFlushes() {
            return Optional.of(held(
                    server.getJdbcUrl("postgres", "postgres"),
                    "BEGIN; LOCK TABLE " + schema + ".journal IN EXCLUSIVE MODE"));
        }
    }

    private static SqlJournal.Settings settings() {
        return SqlJournal.Settings.defaults("main", SystemClockTicker.INSTANCE);
    }

    /** Holds a lock that commits have to wait for. */
    private static Runnable held(String url, String lock) {
        try {
            Connection connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute(lock);
            }
            return () -> {
                try (connection;
                        Statement statement = connection.createStatement()) {
                    statement.execute("ROLLBACK");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
