package io.ploy.host.journal;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A file of SQLite. */
final class SqliteLocation implements JournalLocation {
    private static final byte[] BEGINNING = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;

    private SqliteLocation(Path file) {
        this.file = file;
    }

    static SqliteLocation of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING)) {
                return new SqliteLocation(file);
            }
        } catch (IOException e) {
            throw CommandFailure.badInput("Cannot read " + file + ": " + e + ".", e);
        }
        boolean isSegment = String.valueOf(file.getFileName()).endsWith(".seg");
        throw CommandFailure.badInput(
                file + " is no file of SQLite." + (isSegment ? " Name the folder the segment files are in." : ""));
    }

    private SqlDatabase reached() {
        return SqlDatabase.sqlite(file, PATIENCE);
    }

    @Override
    public long read(JournalVisitor visitor) {
        SqlJournal.read(reached(), visitor);
        return 0;
    }

    @Override
    public void append(JournalRecord record) {
        // The name of the account matters to a lease only, and the file's lock is held without one.
        OneRecord.append(
                SqlJournal.open(reached(), SqlJournal.Settings.defaults("any", SystemClockTicker.INSTANCE)), record);
    }

    @Override
    public Optional<SqlDatabase> database() {
        return Optional.of(reached());
    }

    @Override
    public String size() {
        return "SQLite, " + mebibytes(bytes(file));
    }

    static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw CommandFailure.badInput("Cannot read " + file + ": " + e + ".", e);
        }
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / 1_048_576.0);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
