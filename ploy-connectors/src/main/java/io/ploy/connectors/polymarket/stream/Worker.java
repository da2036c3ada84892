package io.ploy.connectors.polymarket.stream;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One named thread that does what it is given, in order. What fails is logged and ends nothing else. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    Worker(String name) {
        this.name = name;
        executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread made = new Thread(task, name);
                    made.setDaemon(true);
                    thread = made;
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Does something after all that was posted before. Once closed, nothing. */
    void post(Runnable work) {
        executor.execute(() -> {
            if (!closed) {
                guarded(work);
            }
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed at something and goes on", Thread.currentThread().getName(), e);
        }
    }

    int backlog() {
        return executor.getQueue().size();
    }

    /** Begins nothing more and waits for what was begun, unless that is the caller; interrupts it if it takes longer. */
    void close(Duration within) {
        closed = true;
        executor.shutdown();
        executor.getQueue().clear();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!executor.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
                executor.shutdownNow();
                if (!executor.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("{} does not end", name);
                }
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
