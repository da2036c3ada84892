package io.ploy.core.persistence.sql;

import io.ploy.api.secret.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real server for all tests of a JVM, flushing as one that keeps money does, and a schema of its own for each test. */
public final class Postgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }

    /** A schema that nobody else uses, not made yet. */
    public static PostgresSettings schema() {
        return schema(server().getPort());
    }

    /** The same, reached through another port. */
    public static PostgresSettings schema(int port) {
        return new PostgresSettings(
                "jdbc:postgresql://localhost:" + port + "/postgres",
                "postgres",
                new Secret("postgres".toCharArray()),
                "ploy" + SCHEMAS.incrementAndGet(),
                Duration.ofSeconds(10));
    }

    public static int port() {
        return server().getPort();
    }

    /** A connection to one's own liking. */
    public static Connection connect(PostgresSettings settings) throws SQLException {
        Connection connection = server().getPostgresDatabase().getConnection();
        connection.setSchema(settings.schema());
        return connection;
    }

    public static void execute(PostgresSettings settings, String... statements) {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
