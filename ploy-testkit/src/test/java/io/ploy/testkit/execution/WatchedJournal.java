package io.ploy.testkit.execution;

import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A journal whose flush takes a while, and that knows which orders' bytes are durable. Any thread. */
final class WatchedJournal implements JournalStore {
    private final InMemoryJournal store = new InMemoryJournal();
    private final Map<Long, String> bodies = new ConcurrentSkipListMap<>();
    private final Set<String> durable = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService disk;
    private volatile Duration flush;

    /**
     * An empty journal.
     *
     * @param disk runs what waited for a flush, on one thread
     * @param flush how long one takes
     */
    WatchedJournal(ScheduledExecutorService disk, Duration flush) {
        this.disk = disk;
        this.flush = flush;
    }

    @Override
    public synchronized long append(JournalRecord record, Instant at) {
        long sequence = store.append(record, at);
        if (record instanceof JournalRecord.OrderPrepared prepared) {
            bodies.put(sequence, new String(prepared.order().body(), StandardCharsets.UTF_8));
        }
        return sequence;
    }

    @Override
    public void whenDurable(long sequence, Runnable action) {
        ScheduledFuture<?> unused = disk.schedule(
                () -> {
                    String body = bodies.get(sequence);
                    if (body != null) {
                        durable.add(body);
                    }
                    action.run();
                },
                flush.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** From now on flushes take so long. */
    void flushesIn(Duration time) {
        flush = time;
    }

    boolean isDurable(String body) {
        return durable.contains(body);
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
        store.replay(visitor);
    }

    /** Everything as it is kept. */
    byte[] bytes() {
        return store.bytes();
    }

    @Override
    public void flush(Duration timeout) {
        store.flush(timeout);
    }

    @Override
    public void close() {
        store.close();
    }
}
