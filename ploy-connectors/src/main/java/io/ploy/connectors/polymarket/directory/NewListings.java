package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import io.ploy.connectors.polymarket.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Markets that were said to be new, until they have been read. They come in bunches, so they are gathered for a moment; the
 * catalogue learns of them late, so those it does not have open yet are asked for again for a while. What is given up is
 * left to the next look at the whole universe.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class NewListings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewListings.class);

    static final Duration GATHER = Duration.ofMillis(250);
    static final Duration AGAIN = Duration.ofSeconds(2);
    static final int MOST_TRIES = 15;
    private static final int MOST_WAITING = 1_000;

    private final Function<List<MarketId>, Set<MarketId>> read;
    private final TimeSource time;
    private final Executor worker;
    private final Map<MarketId, Integer> tries = new LinkedHashMap<>();
    private @Nullable Scheduled next;
    private boolean closed;

    /**
     * None yet.
     *
     * @param read reads markets and answers those that need not be asked for again
     * @param time the time
     * @param worker runs what waits for the network
     */
    NewListings(Function<List<MarketId>, Set<MarketId>> read, TimeSource time, Executor worker) {
        this.read = read;
        this.time = time;
        this.worker = worker;
    }

    /** There is said to be a new market. */
    synchronized void heard(MarketId id) {
        if (!closed && tries.size() < MOST_WAITING && tries.putIfAbsent(id, 0) == null) {
            readIn(GATHER);
        }
    }

    /** How many are still to be read. */
    synchronized int awaited() {
        return tries.size();
    }

    private void readIn(Duration delay) {
        if (next == null) {
            next = time.after(delay, () -> worker.execute(this::readNow));
        }
    }

    private void readNow() {
        List<MarketId> asked;
        synchronized (this) {
            asked = List.copyOf(tries.keySet());
        }
        Set<MarketId> settled = Set.of();
        try {
            settled = read.apply(asked);
        } catch (RequestException e) {
            LOG.debug("{} new markets could not be read: {}", asked.size(), e.getMessage());
        } finally {
            took(asked, settled);
        }
    }

    private synchronized void took(List<MarketId> asked, Set<MarketId> settled) {
        for (MarketId id : asked) {
            if (settled.contains(id) || tries.merge(id, 1, Integer::sum) >= MOST_TRIES) {
                tries.remove(id);
            }
        }
        next = null;
        if (!closed && !tries.isEmpty()) {
            readIn(AGAIN);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
