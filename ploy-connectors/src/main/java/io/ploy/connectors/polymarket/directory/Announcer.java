package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.VenueMarket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of changes in the order in which they were made, one at a time, on the thread of whoever made one.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final List<Consumer<VenueMarket>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<VenueMarket> changes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untold = new AtomicInteger();

    void add(Consumer<VenueMarket> listener) {
        listeners.add(listener);
    }

    /** Puts a change in its place. Called under the lock that orders changes. */
    void queue(VenueMarket changed) {
        changes.add(changed);
    }

    /** Tells what was put in place, unless another thread is at it and will. Called without locks. */
    void tell() {
        if (untold.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            for (VenueMarket changed = changes.poll(); changed != null; changed = changes.poll()) {
                tell(changed);
            }
            seen = untold.addAndGet(-seen);
        } while (seen > 0);
    }

    private void tell(VenueMarket changed) {
        for (Consumer<VenueMarket> listener : listeners) {
            try {
                listener.accept(changed);
            } catch (RuntimeException e) {
                LOG.error(
                        "a listener failed on being told of {}",
                        changed.market().id(),
                        e);
            }
        }
    }
}
