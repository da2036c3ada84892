package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the engine is fit to keep orders resting at the venue: its thread makes progress and its journal can be written.
 * The engine's thread beats; anybody may ask.
 */
final class Health {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long PROGRESS_WITHIN = Duration.ofSeconds(3).toNanos();
    private static final long JOURNAL_WITHIN = Duration.ofSeconds(10).toNanos();

    private final Scribe journal;
    private final TimerQueue timers;
    private final Session session;
    private final Broadcast broadcast;
    private final LongSupplier ticker;
    private volatile long lastBeat;
    private volatile long lastWritable;
    private boolean told;

    Health(Session session, Scribe journal, TimerQueue timers, Broadcast broadcast, LongSupplier ticker) {
        this.session = session;
        this.journal = journal;
        this.timers = timers;
        this.broadcast = broadcast;
        this.ticker = ticker;
        lastBeat = ticker.getAsLong();
        lastWritable = lastBeat;
    }

    /** Begins to beat, and to look after the journal. Engine thread. */
    void beat() {
        long now = ticker.getAsLong();
        lastBeat = now;
        boolean writable = journal.isWritable();
        if (writable) {
            lastWritable = now;
        }
        if (writable == told) {
            told = !writable;
            tell(writable);
        }
        timers.set(session.clock().instant().plus(EVERY), this::beat);
    }

    private void tell(boolean writable) {
        if (writable) {
            broadcast.alert(
                    AlertSeverity.INFO,
                    "journal.writable",
                    session.account().name(),
                    "The journal can be written again, and new orders are taken.");
        } else {
            broadcast.alert(
                    AlertSeverity.CRITICAL,
                    "journal.unwritable",
                    session.account().name(),
                    "The journal cannot be written: " + journal.problem()
                            + ". Nothing new is sent, cancels go on, and nothing that happens is lost while memory lasts. Make room, or"
                            + " mend the storage.");
        }
    }

    /** Whether the venue should be kept from cancelling everything. Any thread. */
    boolean isFit() {
        long now = ticker.getAsLong();
        return now - lastBeat < PROGRESS_WITHIN && now - lastWritable < JOURNAL_WITHIN;
    }
}
