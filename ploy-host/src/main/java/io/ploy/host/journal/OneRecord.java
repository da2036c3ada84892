package io.ploy.host.journal;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.time.SystemClock;
import java.time.Duration;

/** A record that a command adds to a journal. */
final class OneRecord {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OneRecord() {}

    /** Appends it, and closes the journal when it is durable. */
    static void append(JournalStore journal, JournalRecord record) {
        try (journal) {
            journal.append(record, SystemClock.utc().instant());
            journal.flush(PATIENCE);
        }
    }
}
