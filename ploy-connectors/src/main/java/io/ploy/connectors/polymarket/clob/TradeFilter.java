package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are meant; what is null does not narrow.
 *
 * @param id one trade, or null
 * @param maker the address whose trades, or null
 * @param market condition id, or null
 * @param token outcome token, or null
 * @param after not before this second, or null
 * @param before not after this second, or null
 */
public record TradeFilter(
        @Nullable String id,
        @Nullable Address maker,
        @Nullable String market,
        @Nullable String token,
        @Nullable Instant after,
        @Nullable Instant before) {
    /** All of them. */
    public static final TradeFilter ALL = new TradeFilter(null, null, null, null, null, null);

    /** One trade, all its parts. */
    public static TradeFilter ofId(String id) {
        return new TradeFilter(id, null, null, null, null, null);
    }

    /** The same, but not before a time. */
    public TradeFilter since(Instant time) {
        return new TradeFilter(id, maker, market, token, time, before);
    }
}
