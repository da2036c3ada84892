package io.ploy.connectors.polymarket.settlement;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;

/**
 * Waits on an operation's thread, until the account is closed.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class Patience {
    private static final Duration STEP = Duration.ofSeconds(2);

    private final TimeSource time;
    private volatile boolean over;

    Patience(TimeSource time) {
        this.time = time;
    }

    /**
     * Waits.
     *
     * @throws InterruptedException if the account is closed or the thread interrupted
     */
    void pause(Duration pause) throws InterruptedException {
        long until = time.nanos() + pause.toNanos();
        do {
            if (over) {
                throw new InterruptedException("the account is closed");
            }
            long left = until - time.nanos();
            time.pause(Duration.ofNanos(Math.max(0, Math.min(left, STEP.toNanos()))));
        } while (until - time.nanos() > 0);
    }

    /** How long something has lasted. */
    Duration since(long nanos) {
        return Duration.ofNanos(time.nanos() - nanos);
    }

    /** Now, for {@link #since}. */
    long nanos() {
        return time.nanos();
    }

    boolean isOver() {
        return over;
    }

    /** Waits for nothing any more. */
    void end() {
        over = true;
    }
}
