package io.ploy.testkit.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends this process at one passage of one point, as a kill does: nothing is flushed, closed or told. Any thread. */
final class Crash {
    /** As a shell tells of a process that was killed. */
    static final int KILLED = 137;

    private final String step;
    private final When when;
    private final AtomicInteger left;
    private volatile When now = When.OPENING;

    /** What a process is at. */
    enum When {
        /** From its beginning until the strategies trade. */
        OPENING,
        /** It trades. */
        TRADING,
        /** It ends in good order. */
        STOPPING,
        /** It begins after one that was killed, until nothing is in doubt. */
        RECOVERING
    }

    /** At the so-manyth passage of a step, from 1; never at a step of another time. */
    Crash(When when, String step, int passage) {
        this.when = when;
        this.step = step;
        left = new AtomicInteger(passage);
    }

    void enter(When phase) {
        now = phase;
    }

    void pass(String passed) {
        boolean due = now == when || (when == When.OPENING && now == When.TRADING);
        if (due && passed.equals(step) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
