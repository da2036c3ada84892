package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.ExclusiveFile;
import io.ploy.core.persistence.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One file with a write-ahead log beside it. */
class SqliteDatabase extends SqlDatabase {
    private static final String FULL = "2";
    /** The journal waits meanwhile. */
    private static final int DERIVED_PATIENCE_MILLIS = 250;
    /** So that the log stays below the size at which a commit of the journal would have to empty it. */
    private static final int CHECKPOINT_EVERY = 8;

    /** A journal that commits all the time has something else between its commits ten times a second. */
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);

    private final Path file;
    private final Duration timeout;
    private final WriteTurns turns = new WriteTurns(BETWEEN_COMMITS);
    private final AtomicLong betweenCommits = new AtomicLong();

    SqliteDatabase(Path file, Duration timeout) {
        this.file = file.toAbsolutePath();
        this.timeout = timeout;
    }

    @Override
    public Connection reader() throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw new SQLException("there is no database " + file);
        }
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return source(config).getConnection();
    }

    @Override
    public Connection durable() throws SQLException {
        Connection connection = migrations().getConnection();
        try {
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", FULL);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void require(Connection connection, String pragma, String expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA " + pragma)) {
            String found = answer.next() ? answer.getString(1) : "nothing";
            if (!expected.equalsIgnoreCase(found)) {
                throw new SQLException(file + " cannot be written durably: " + pragma + " is " + found + ", not "
                        + expected + ". Is it on a network drive?");
            }
        }
    }

    @Override
    public Connection derived() throws SQLException {
        SQLiteConfig config = config();
        // A commit then flushes nothing; the journal's next one flushes what came before it in the same log.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(DERIVED_PATIENCE_MILLIS);
        Connection connection = source(config).getConnection();
        try {
            // It would be done inside a commit, with the journal waiting.
            pragma(connection, "wal_autocheckpoint=0");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void betweenCommits(Connection connection, SqlWork work) throws SQLException {
        turns.between(work);
        if (betweenCommits.incrementAndGet() % CHECKPOINT_EVERY == 0) {
            connection.setAutoCommit(true);
            pragma(connection, "wal_checkpoint(PASSIVE)");
            connection.setAutoCommit(false);
        }
    }

    private static void pragma(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
        }
    }

    @Override
    RecordInsert insert(Connection connection, Fencing fencing) throws SQLException {
        return new SqliteInsert(connection, fencing, turns);
    }

    @Override
    Closeable lock() {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ExclusiveFile held = ExclusiveFile.tryLock(lock).orElse(null);
            if (held == null) {
                throw new JournalException("the journal in " + file + " is in use: " + ExclusiveFile.holder(lock)
                        + " writes to it. Stop that one, or give this one a file of its own.");
            }
            return held;
        } catch (IOException e) {
            throw new JournalException("cannot use " + file + " for a journal: " + e, e);
        }
    }

    @Override
    boolean claim(Fencing fencing) throws SQLException {
        try (Connection connection = durable();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO lease (account, token) VALUES (?, ?) ON CONFLICT (account)"
                                + " DO UPDATE SET token = excluded.token WHERE excluded.token >= lease.token")) {
            statement.setString(1, fencing.account());
            statement.setLong(2, fencing.token());
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    DataSource migrations() {
        return source(config());
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()));
        return config;
    }

    @Override
    String dialect() {
        return "sqlite";
    }

    @Override
    String schema() {
        return "";
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
