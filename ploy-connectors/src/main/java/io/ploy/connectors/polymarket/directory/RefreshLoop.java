package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.time.Closing;
import io.ploy.connectors.polymarket.time.TimeSource;
import io.ploy.connectors.polymarket.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, each time some while after the last ended, on a thread of its own. */
final class RefreshLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    private final Runnable work;
    private final Duration pause;
    private final TimeSource time;
    private final RandomGenerator random;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "polymarket-directory");
        made.setDaemon(true);
        return made;
    });
    private Scheduled next = () -> {};
    private boolean started;
    private boolean closed;

    RefreshLoop(Runnable work, Duration pause, TimeSource time, RandomGenerator random) {
        this.work = work;
        this.pause = pause;
        this.time = time;
        this.random = random;
    }

    synchronized void start() {
        if (!started && !closed) {
            started = true;
            hand();
        }
    }

    private synchronized void hand() {
        if (!closed) {
            try {
                thread.execute(this::once);
            } catch (RejectedExecutionException e) {
                LOG.debug("the directory is closing");
            }
        }
    }

    /** Does something else in between, on the same thread, unless it is closed. */
    synchronized void between(Runnable task) {
        if (!closed) {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("reading for the directory between two looks failed", e);
                }
            });
        }
    }

    private void once() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("refreshing the directory failed", e);
        }
        later();
    }

    private synchronized void later() {
        if (!closed) {
            next = time.after(jittered(), this::hand);
        }
    }

    /** A tenth more or less, so that several processes do not come at once. */
    private Duration jittered() {
        long tenth = pause.toNanos() / 10;
        return pause.plusNanos(random.nextLong(2 * tenth + 1) - tenth);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            next.cancel();
        }
        Closing.now(thread, "the directory's thread");
    }
}
