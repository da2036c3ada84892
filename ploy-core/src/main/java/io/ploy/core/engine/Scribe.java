package io.ploy.core.engine;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.time.Clock;

/** Writes to the journal at the engine's time. Engine thread only. */
final class Scribe {
    private final JournalStore store;
    private final Clock clock;

    Scribe(JournalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    long write(JournalRecord record) {
        return store.append(record, clock.instant());
    }

    void whenDurable(long sequence, Runnable action) {
        store.whenDurable(sequence, action);
    }

    boolean isWritable() {
        return store.isWritable();
    }
}
