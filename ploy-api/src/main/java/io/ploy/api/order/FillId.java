package io.ploy.api.order;

import io.ploy.api.Stable;

/**
 * Names one fill leg. One trade may hit several own orders, come in several buckets, or hit both sides of oneself: each
 * is its own leg. Booking the same leg twice changes nothing.
 *
 * @param trade the venue's trade id
 * @param bucket the part of the trade, 0 where the venue does not split it
 * @param order the own order it belongs to
 * @param role what that order did
 */
@Stable
public record FillId(String trade, int bucket, VenueOrderId order, LiquidityRole role) {
    @Override
    public String toString() {
        return trade + "/" + bucket + "/" + order + "/" + role;
    }
}
