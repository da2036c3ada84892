package io.ploy.core.engine;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.notify.Notifier;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, on a thread of its own, so that a slow notifier delays nobody but the next alert. */
final class Alerts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int WAITING = 1_000;

    private final Clock clock;
    private final List<Notifier> notifiers;
    private final Consumer<Alert> engine;
    private final ThreadPoolExecutor thread;

    /**
     * Nobody told yet.
     *
     * @param engine hears every alert at once, on the thread that raises it
     */
    Alerts(Clock clock, List<Notifier> notifiers, Consumer<Alert> engine) {
        this.clock = clock;
        this.notifiers = notifiers;
        this.engine = engine;
        thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                task -> new Thread(task, "ploy-notifier"),
                (task, pool) ->
                        LOG.error("more than {} alerts are waiting for a notifier; this one is only logged", WAITING));
        thread.allowCoreThreadTimeOut(true);
    }

    void raise(AlertSeverity severity, String code, String subject, String message) {
        Alert alert = new Alert(severity, code, subject, message, clock.instant());
        switch (severity) {
            case INFO -> LOG.info("{} {}: {}", code, subject, message);
            case WARNING -> LOG.warn("{} {}: {}", code, subject, message);
            case CRITICAL -> LOG.error("{} {}: {}", code, subject, message);
        }
        engine.accept(alert);
        for (Notifier notifier : notifiers) {
            thread.execute(() -> deliver(notifier, alert));
        }
    }

    private static void deliver(Notifier notifier, Alert alert) {
        try {
            notifier.notify(alert);
        } catch (RuntimeException e) {
            LOG.error("notifier {} failed on alert {}", notifier.getClass().getName(), alert.code(), e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
