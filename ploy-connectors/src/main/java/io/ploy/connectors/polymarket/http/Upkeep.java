package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.Closing;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the venue's time known and the connection for trading open, on a thread of its own. */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** When the venue's time is asked for again if it could not be measured. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpSettings settings;
    private final TimeSource time;
    private final Transport transport;
    private final ClockOffset clock;
    private final LongSupplier lastTrading;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "polymarket-http-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does nothing yet.
     *
     * @param lastTrading when the service for trading was last sent something, as elapsed time
     */
    Upkeep(HttpSettings settings, TimeSource time, Transport transport, ClockOffset clock, LongSupplier lastTrading) {
        this.settings = settings;
        this.time = time;
        this.transport = transport;
        this.clock = clock;
        this.lastTrading = lastTrading;
    }

    void start() {
        if (settings.clock().isOn()) {
            measure();
        }
        if (!settings.keepWarm().isZero()) {
            run(this::warm);
        }
    }

    private void measure() {
        run(() -> {
            Duration every = settings.clock().every();
            boolean known = clock.measure();
            time.after(known || every.compareTo(SOON) < 0 ? every : SOON, this::measure);
        });
    }

    private void warm() {
        Duration quiet = Duration.ofNanos(time.nanos() - lastTrading.getAsLong());
        if (quiet.compareTo(settings.keepWarm()) >= 0) {
            try {
                transport.execute(Call.get(Service.CLOB, "/ok"));
            } catch (RequestException e) {
                LOG.debug("the connection could not be kept open", e);
            }
            quiet = Duration.ZERO;
        }
        time.after(settings.keepWarm().minus(quiet), () -> run(this::warm));
    }

    private void run(Runnable task) {
        try {
            executor.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed, nothing to keep up any more");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("upkeep of the connection failed", e);
        }
    }

    @Override
    public void close() {
        Closing.now(executor, "the upkeep of the connection");
    }
}
