package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent lately and when, so that a look-up can be narrow. Forgets the oldest; an order not known here is looked up
 * more widely.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class SentOrders {
    private static final int MOST = 20_000;

    private final Map<VenueOrderId, Sent> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<VenueOrderId, Sent> eldest) {
            return size() > MOST;
        }
    };

    record Sent(SentOrder order, Instant at) {}

    synchronized void add(VenueOrderId id, SentOrder order, Instant at) {
        sent.put(id, new Sent(order, at));
    }

    synchronized @Nullable Sent get(VenueOrderId id) {
        return sent.get(id);
    }
}
