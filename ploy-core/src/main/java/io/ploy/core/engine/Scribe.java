package io.ploy.core.engine;

import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the journal at the engine's time. Engine thread only. */
final class Scribe {
    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);

    private final JournalStore store;
    private final Clock clock;

    Scribe(JournalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    long write(JournalRecord record) {
        return write(record, clock.instant());
    }

    /** Writes at the time at which what is written is applied, so that reading it again gives the same. */
    long write(JournalRecord record, Instant now) {
        return store.append(record, now);
    }

    /**
     * Writes what follows from other records, or what must take effect whether it can be written or not: storage that takes
     * nothing more keeps nobody from cancelling, and no fill from being booked.
     *
     * @return the record's sequence, 0 if it was not taken
     */
    long note(JournalRecord record, Instant now) {
        try {
            return store.append(record, now);
        } catch (JournalException e) {
            LOG.error("the journal does not take {}", record, e);
            return 0;
        }
    }

    void note(JournalRecord record) {
        note(record, clock.instant());
    }

    void whenDurable(long sequence, Runnable action) {
        store.whenDurable(sequence, action);
    }

    String problem() {
        return store.problem();
    }

    boolean isWritable() {
        return store.isWritable();
    }
}
