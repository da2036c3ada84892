package io.ploy.core.persistence;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Another process that writes to a journal and says which records are durable, until it is killed. */
final class JournalChild {
    private static final int IN_FLIGHT = 200;

    private JournalChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Semaphore room = new Semaphore(IN_FLIGHT);
        SegmentJournal journal;
        try {
            journal = SegmentJournal.open(
                    Path.of(arguments[0]),
                    SegmentJournal.Settings.defaults(System::nanoTime).withSegmentBytes(64 * 1024));
        } catch (JournalException e) {
            print(out, "refused: " + e.getMessage());
            return;
        }
        for (long number = journal.lastSequence() + 1; ; number++) {
            room.acquire();
            long sequence = journal.append(numbered(number), Instant.ofEpochSecond(number));
            journal.whenDurable(sequence, () -> {
                print(out, Long.toString(sequence));
                room.release();
            });
        }
    }

    static JournalRecord numbered(long number) {
        return new JournalRecord.SessionClosed("number " + number + " " + "x".repeat((int) (number % 400)));
    }

    private static void print(FileOutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
