package io.ploy.testkit.polymarket.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts requests in a window that slides: those of the present stretch of time, and of the one before as many as its
 * share that the window still covers.
 */
final class SlidingWindow {
    private final long nanos;
    private final Instant start;
    private long stretch;
    private long present;
    private long before;

    SlidingWindow(Duration window, Instant start) {
        nanos = window.toNanos();
        this.start = start;
    }

    /** Whether one more request stays within the limit. */
    boolean hasRoom(long most, Instant now) {
        long into = move(now);
        double covered = (double) before * (nanos - into) / nanos;
        return covered + present + 1 <= most;
    }

    void count(Instant now) {
        move(now);
        present++;
    }

    /** How long until there is room for one more, if no more come. */
    Duration untilRoom(long most, Instant now) {
        long into = move(now);
        if (hasRoom(most, now)) {
            return Duration.ZERO;
        }
        return present < most
                ? Duration.ofNanos(uncovered(before, most - 1 - present) - into)
                : Duration.ofNanos(nanos - into + uncovered(present, most - 1));
    }

    /** How far into a stretch no more than so many of the stretch before still count. */
    private long uncovered(long earlier, long bearable) {
        return nanos - (long) ((double) bearable / earlier * nanos) + 1;
    }

    private long move(Instant now) {
        long gone = Duration.between(start, now).toNanos();
        long reached = gone / nanos;
        if (reached > stretch) {
            before = reached == stretch + 1 ? present : 0;
            present = 0;
            stretch = reached;
        }
        return gone % nanos;
    }
}
