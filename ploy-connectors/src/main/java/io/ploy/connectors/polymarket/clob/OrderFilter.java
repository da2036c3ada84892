package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.VenueOrderId;
import org.jspecify.annotations.Nullable;

/**
 * Which open orders are meant; what is null does not narrow.
 *
 * @param id one order, or null
 * @param market condition id, or null
 * @param token outcome token, or null
 */
public record OrderFilter(
        @Nullable VenueOrderId id,
        @Nullable String market,
        @Nullable String token) {
    /** All of them. */
    public static final OrderFilter ALL = new OrderFilter(null, null, null);

    /** Those of one market. */
    public static OrderFilter ofMarket(String market) {
        return new OrderFilter(null, market, null);
    }
}
