package io.ploy.core.persistence.sql;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where a database is and how it is reached. Opens nothing by itself, and shows no password.
 *
 * <p><b>Threading.</b> Thread-safe; the connections it gives are not.
 */
public abstract class SqlDatabase {
    SqlDatabase() {}

    /**
     * A file of SQLite, used by one process at a time for writing.
     *
     * @param file made when it is first written to
     * @param timeout how long to wait for somebody else's lock on it, at most
     */
    public static SqlDatabase sqlite(Path file, Duration timeout) {
        return new SqliteDatabase(file, timeout);
    }

    /** A schema of a PostgreSQL server. Needs its driver and Flyway's module for it on the class path. */
    public static SqlDatabase postgres(PostgresSettings settings) {
        return new PostgresDatabase(settings);
    }

    /**
     * A connection to read with, which sees what is committed and cannot write. Closed by the caller.
     *
     * @throws SQLException if the database cannot be reached
     */
    public abstract Connection reader() throws SQLException;

    /**
     * A connection whose commits survive a power cut; that they do has been looked at. Closed by the caller.
     *
     * @throws SQLException if the database cannot be reached, or does not flush
     */
    public abstract Connection durable() throws SQLException;

    /**
     * A connection for tables that follow from the journal and can be made anew from it: what it commits is complete or
     * absent after a power cut, but may be absent. Closed by the caller.
     *
     * @throws SQLException if the database cannot be reached
     */
    public abstract Connection derived() throws SQLException;

    /**
     * Writes and commits when the journal has nothing to commit. Where only one connection can write at a time, a commit
     * of the journal made through this object waits until it is done, so it must be short.
     *
     * @param connection one of {@link #derived()}
     * @param work writes over that connection and commits or rolls back
     * @throws SQLException as the work does
     */
    public abstract void betweenCommits(Connection connection, SqlWork work) throws SQLException;

    abstract RecordInsert insert(Connection connection, Fencing fencing) throws SQLException;

    /** Takes the database for this process where the database itself does not do that. */
    abstract Closeable lock();

    /** Keeps older tokens out from now on, or answers false because a newer one does that to ours. */
    abstract boolean claim(Fencing fencing) throws SQLException;

    abstract DataSource migrations();

    /** The folder of its migrations. */
    abstract String dialect();

    /** The schema its tables are in; empty if it has no choice. */
    abstract String schema();

    /** Where it is, for people. */
    @Override
    public abstract String toString();
}
