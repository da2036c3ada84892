package io.ploy.host.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Who wants a run to end: a person by signals, each more urgent than the last, or the lease because it is lost.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class StopWishes {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Runnable giveUp;
    private Runnable hurry = () -> {};
    private int signals;
    private volatile boolean leaseLost;

    /**
     * Nobody wants anything yet.
     *
     * @param giveUp what the third signal does
     */
    public StopWishes(Runnable giveUp) {
        this.giveUp = giveUp;
    }

    /** What the second signal does from now on; at once if it came already. */
    void onHurry(Runnable action) {
        boolean now;
        synchronized (this) {
            hurry = action;
            now = signals >= 2;
        }
        if (now) {
            action.run();
        }
    }

    /** A signal came. */
    public void signal() {
        int number;
        Runnable action;
        synchronized (this) {
            number = ++signals;
            action = number == 2 ? hurry : giveUp;
        }
        asked.countDown();
        if (number >= 2) {
            action.run();
        }
    }

    /** The lease is lost. */
    void leaseLost() {
        leaseLost = true;
        asked.countDown();
    }

    boolean isLeaseLost() {
        return leaseLost;
    }

    /**
     * Lets time pass.
     *
     * @return true as soon as somebody wants the run to end
     */
    boolean await(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
