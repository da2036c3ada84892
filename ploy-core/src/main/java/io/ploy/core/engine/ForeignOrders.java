package io.ploy.core.engine;

import io.ploy.api.order.VenueOrderId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders of the account that this engine did not make, so that each is told of once. Engine thread only. */
final class ForeignOrders {
    private static final int MOST = 10_000;

    private final Map<VenueOrderId, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<VenueOrderId, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Answers whether nothing was told of it before. */
    boolean isNew(VenueOrderId order) {
        return told.put(order, Boolean.TRUE) == null;
    }
}
