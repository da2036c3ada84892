package io.ploy.core.engine;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.PreparedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of every open order and how often they were sent: an order in doubt is sent again as it was, or not at all. */
final class SentBodies {
    private final Map<ClientOrderId, Sent> open = new HashMap<>();

    /** One order's bytes. */
    static final class Sent {
        private final PreparedOrder order;
        private final long rules;
        private int sends;
        private Instant lastSent;

        private Sent(PreparedOrder order, long rules, Instant now) {
            this.order = order;
            this.rules = rules;
            lastSent = now;
        }

        PreparedOrder order() {
            return order;
        }

        /** The epoch of the market's rules under which it was made. */
        long rules() {
            return rules;
        }

        int sends() {
            return sends;
        }

        /** When it was sent last; before the first send, when it was made. */
        Instant lastSent() {
            return lastSent;
        }
    }

    void prepared(PreparedOrder order, long rules, Instant now) {
        open.put(order.id(), new Sent(order, rules, now));
    }

    /** Counts a send and answers which it is, from 1. */
    int sent(ClientOrderId id, Instant now) {
        Sent sent = open.get(id);
        if (sent == null) {
            return 1;
        }
        sent.lastSent = now;
        return ++sent.sends;
    }

    @Nullable
    Sent get(ClientOrderId id) {
        return open.get(id);
    }

    void closed(ClientOrderId id) {
        open.remove(id);
    }
}
