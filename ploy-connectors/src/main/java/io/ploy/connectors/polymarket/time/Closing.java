package io.ploy.connectors.polymarket.time;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How threads end with what they work for: a plugin's classes are gone once it is closed, and nothing may run on. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Closing() {}

    /**
     * Drops what waits, interrupts what is under way and waits until it has ended, 5 seconds at most. Not for a thread of the
     * executor itself.
     *
     * @param executor whose threads end
     * @param name for the log, if they do not
     */
    public static void now(ExecutorService executor, String name) {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} did not end within {}", name, LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
