package io.ploy.testkit.crash;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A journal with points before and after each record, each callback, and each record that is read again. */
final class CrashingJournal implements JournalStore {
    private final JournalStore store;
    private final Crash crash;
    private final Map<Long, String> kinds = new ConcurrentHashMap<>();

    CrashingJournal(JournalStore store, Crash crash) {
        this.store = store;
        this.crash = crash;
    }

    @Override
    public long append(JournalRecord record, Instant at) {
        String kind = record.getClass().getSimpleName();
        crash.pass("append " + kind);
        long sequence = store.append(record, at);
        kinds.put(sequence, kind);
        crash.pass("appended " + kind);
        return sequence;
    }

    @Override
    public void whenDurable(long sequence, Runnable action) {
        String kind = kinds.getOrDefault(sequence, "record");
        store.whenDurable(sequence, () -> {
            crash.pass("durable " + kind);
            action.run();
            crash.pass("told " + kind);
        });
    }

    @Override
    public long durableSequence() {
        return store.durableSequence();
    }

    @Override
    public long lastSequence() {
        return store.lastSequence();
    }

    @Override
    public boolean isWritable() {
        return store.isWritable();
    }

    @Override
    public String problem() {
        return store.problem();
    }

    @Override
    public void replay(JournalVisitor visitor) {
        store.replay((sequence, at, record) -> {
            crash.pass("replay");
            visitor.visit(sequence, at, record);
        });
        crash.pass("replayed");
    }

    @Override
    public void flush(Duration timeout) {
        store.flush(timeout);
    }

    @Override
    public void close() {
        crash.pass("close");
        store.close();
        crash.pass("closed");
    }
}
