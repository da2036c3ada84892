package io.ploy.host.journal;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a journal is, to be read whoever writes to it. */
public interface JournalLocation {
    /** The variable that holds the password of a database. */
    String PASSWORD_VARIABLE = "PLOY_DB_PASSWORD";

    /**
     * Shows every record in order.
     *
     * @param visitor is called on this thread
     * @return how many bytes at the end are a write that was not finished
     * @throws io.ploy.core.persistence.JournalCorruptException at the first record that cannot be trusted, after all before
     *     it were shown
     */
    long read(JournalVisitor visitor);

    /**
     * Appends a record, alone, and returns when it is durable.
     *
     * @param record what happened
     * @throws io.ploy.core.persistence.JournalException if it is in use, or cannot be written
     * @throws io.ploy.core.lease.LeaseException if another process has the account
     * @throws CommandFailure if nobody can tell which account it is of
     */
    void append(JournalRecord record);

    /** The database it is in, if it is in one. */
    default Optional<SqlDatabase> database() {
        return Optional.empty();
    }

    /** What kind it is and how large, for people. */
    String size();

    /** Where it is, for people. */
    @Override
    String toString();

    /**
     * Finds out what a person means.
     *
     * @param text a folder, a file or a URL
     * @param access for a server of databases
     * @param environment of the process, for the password
     * @throws CommandFailure if there is no journal
     */
    static JournalLocation of(String text, DatabaseAccess access, Map<String, String> environment) {
        if (text.startsWith("jdbc:")) {
            return PostgresLocation.of(text, access, environment);
        }
        Path path = path(text);
        if (Files.notExists(path)) {
            throw CommandFailure.badInput(
                    "There is no " + path
                            + ". A journal is a folder of journal-*.seg files, a file of SQLite, or jdbc:postgresql://HOST/DB.");
        }
        return Files.isDirectory(path) ? SegmentLocation.of(path) : SqliteLocation.of(path);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandFailure.badInput("'" + text + "' is no path: " + e.getReason() + ".", e);
        }
    }
}
