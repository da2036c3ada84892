package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.Cancellation;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the venue cancel everything. That may be asked again without harm, so it is while it is not certain that the venue did
 * it.
 *
 * <p><b>Threading.</b> Thread-safe. Answers come from the worker.
 */
final class CancelAll {
    private static final Logger LOG = LoggerFactory.getLogger(CancelAll.class);
    private static final List<Duration> AGAIN_AFTER =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final ClobAccountClient client;
    private final TimeSource time;
    private final Executor worker;
    private final Consumer<Cancellation> answers;
    private final Consumer<String> failed;

    /**
     * Cancels of an account.
     *
     * @param answers told of each order the venue names
     * @param failed told why, if the venue did not do it
     */
    CancelAll(
            ClobAccountClient client,
            TimeSource time,
            Executor worker,
            Consumer<Cancellation> answers,
            Consumer<String> failed) {
        this.client = client;
        this.time = time;
        this.worker = worker;
        this.answers = answers;
        this.failed = failed;
    }

    /** Asks. Unless the account is closing. */
    void begin() {
        Workers.run(worker, () -> ask(0));
    }

    private void ask(int tried) {
        List<Cancellation> named;
        try {
            named = client.cancelAll();
        } catch (RequestException e) {
            boolean mayPass = e.failure().isAmbiguous() || e.failure().isRetryable();
            if (mayPass && tried < AGAIN_AFTER.size()) {
                LOG.warn("cancelling everything is tried again: {}", e.getMessage());
                Duration least = AGAIN_AFTER.get(tried);
                Duration pause =
                        e.retryAfter().filter(said -> said.compareTo(least) > 0).orElse(least);
                time.after(pause, () -> {
                    Workers.run(worker, () -> ask(tried + 1));
                });
            } else {
                failed.accept(String.valueOf(e.getMessage()));
            }
            return;
        }
        named.forEach(answers);
    }
}
