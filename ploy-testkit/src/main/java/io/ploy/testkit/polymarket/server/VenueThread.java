package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.time.VenueLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the server's steps on the venue's thread, where an exception ends a step and not the client's wait. */
final class VenueThread implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(VenueThread.class);

    private final VenueLoop loop;

    VenueThread(VenueLoop loop) {
        this.loop = loop;
    }

    Clock clock() {
        return loop.clock();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    /** From any thread; false if the venue is closed. */
    boolean run(Runnable step, Runnable onFailure) {
        try {
            loop.execute(() -> guarded(step, onFailure));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** On the venue's thread: now, or once venue time has passed. */
    void after(Duration time, Runnable step, Runnable onFailure) {
        if (time.isZero()) {
            step.run();
        } else {
            loop.timeline().schedule(loop.timeline().now().plus(time), () -> guarded(step, onFailure));
        }
    }

    void guarded(Runnable step, Runnable onFailure) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A step of the simulated venue failed", e);
            onFailure.run();
        }
    }
}
