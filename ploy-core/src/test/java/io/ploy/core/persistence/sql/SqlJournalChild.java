package io.ploy.core.persistence.sql;

import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.JournalStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Another process that appends to a journal 64 at a time and says which records are durable, until it is killed. */
final class SqlJournalChild {
    private static final int GROUP = 64;

    private SqlJournalChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        SqlDatabase database = arguments.length == 1
                ? SqlDatabase.sqlite(Path.of(arguments[0]), Duration.ofSeconds(5))
                : SqlDatabase.postgres(new PostgresSettings(
                        arguments[0],
                        "postgres",
                        new Secret("postgres".toCharArray()),
                        arguments[1],
                        Duration.ofSeconds(10)));
        JournalStore journal = SqlJournal.open(database, SqlTesting.settings());
        Semaphore groups = new Semaphore(3);
        while (true) {
            groups.acquire();
            SqlTesting.append(journal, GROUP);
            long last = journal.lastSequence();
            journal.whenDurable(last, () -> {
                print(out, Long.toString(last));
                groups.release();
            });
        }
    }

    private static void print(FileOutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
