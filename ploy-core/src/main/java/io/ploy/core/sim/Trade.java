package io.ploy.core.sim;

import io.ploy.api.order.LiquidityRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One execution at the venue: what an arriving order took, price by price, and whom from. */
final class Trade {
    final String id;
    final Floor floor;
    final Instant matchedAt;
    final List<Bucket> buckets = new ArrayList<>(1);

    Trade(String id, Floor floor, Instant matchedAt) {
        this.id = id;
        this.floor = floor;
        this.matchedAt = matchedAt;
    }

    void add(int bucket, VenueOrder order, LiquidityRole role, long bookPrice, long quantity) {
        if (bucket == buckets.size()) {
            buckets.add(new Bucket(this, bucket));
        }
        Bucket at = buckets.get(bucket);
        at.legs.add(new Leg(at, order, role, bookPrice, quantity));
    }

    void forEachLeg(Consumer<Leg> action) {
        buckets.forEach(bucket -> bucket.legs.forEach(action));
    }
}
