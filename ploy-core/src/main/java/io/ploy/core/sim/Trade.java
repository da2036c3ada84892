package io.ploy.core.sim;

import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One execution at the venue: what an arriving order took, price by price, and whom from. It settles as a whole. */
final class Trade {
    final String id;
    final Floor floor;
    final List<Leg> legs = new ArrayList<>(2);
    SettlementStatus status = SettlementStatus.MATCHED;
    Instant updatedAt;

    Trade(String id, Floor floor, Instant matchedAt) {
        this.id = id;
        this.floor = floor;
        this.updatedAt = matchedAt;
    }

    void add(int bucket, VenueOrder order, LiquidityRole role, long bookPrice, long quantity) {
        legs.add(new Leg(this, bucket, order, role, bookPrice, quantity));
    }
}
