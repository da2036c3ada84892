package io.ploy.host.journal;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import java.time.Duration;
import java.time.Instant;

/** Passes records on and says now and then how far reading has come; nothing for a journal that is read sooner. */
public final class RecordProgress implements JournalVisitor {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();
    private static final int LOOK_EVERY = 1_000;

    private final JournalVisitor next;
    private final Console console;
    private long last;

    /** Begins now. */
    public RecordProgress(Console console, JournalVisitor next) {
        this.console = console;
        this.next = next;
        last = console.nanos().getAsLong();
    }

    @Override
    public void visit(long sequence, Instant at, JournalRecord record) {
        next.visit(sequence, at, record);
        if (sequence % LOOK_EVERY == 0) {
            long now = console.nanos().getAsLong();
            if (now - last >= EVERY) {
                last = now;
                console.err().println("journal: " + Amounts.count(sequence) + " records read, up to " + at);
            }
        }
    }
}
