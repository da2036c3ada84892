package io.ploy.host.run;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.notify.Notifier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says alerts on a thread of its own, so that a console that is slow delays nobody. */
final class AlertDesk implements Notifier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final int WAITING = 1_000;

    private final RunVoice voice;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> new Thread(task, "ploy-console"));

    AlertDesk(RunVoice voice) {
        this.voice = voice;
        thread.allowCoreThreadTimeOut(true);
    }

    /** One of the engine's, which has logged it. */
    @Override
    public void notify(Alert alert) {
        say(() -> voice.alert(alert), alert);
    }

    /** What a person decided while it runs. */
    void decided(String what) {
        LOG.info("decided: {}", what);
        say(() -> voice.decided(what), what);
    }

    private void say(Runnable task, Object what) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.error("something that nobody could be shown: {}", what);
        }
    }

    /** One of a connector's, which nobody has logged. */
    void heard(Alert alert) {
        if (alert.severity() == AlertSeverity.INFO) {
            LOG.info("{} {}: {}", alert.code(), alert.subject(), alert.message());
        } else {
            LOG.warn("{} {}: {}", alert.code(), alert.subject(), alert.message());
        }
        notify(alert);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
