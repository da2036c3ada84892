package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.TimeSource;
import io.ploy.connectors.polymarket.time.TimeSource.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Lets one thread at a time touch a stream's state. Nothing foreign is called from inside, so a socket's reader waits for
 * a frame to be taken in at most.
 */
final class Turn {
    private final TimeSource time;
    private Instant last = Instant.MIN;
    private boolean over;

    Turn(TimeSource time) {
        this.time = time;
    }

    /** Does something unless the last turn was taken. */
    synchronized void run(Runnable work) {
        if (!over) {
            work.run();
        }
    }

    /** Reads something, also after the last turn. */
    synchronized <T> T read(Supplier<T> state) {
        return state.get();
    }

    /** Takes the last turn. */
    synchronized void end(Runnable work) {
        if (!over) {
            work.run();
            over = true;
        }
    }

    /** Does something later, in turn. */
    Scheduled after(Duration delay, Runnable work) {
        return time.after(delay, () -> run(work));
    }

    /** The time of day; it never goes back, whatever the clock does. Only in turn. */
    synchronized Instant stamp() {
        Instant now = time.now();
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }
}
