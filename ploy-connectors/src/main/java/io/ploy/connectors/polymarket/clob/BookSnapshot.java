package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token's book at one time.
 *
 * @param market condition id
 * @param token names the token
 * @param at the venue's time
 * @param hash the venue's, may be empty
 * @param bids best first
 * @param asks best first
 * @param minimumSize of an order, or null if not said
 * @param tick the price step, or null if not said
 * @param negRisk whether it is one leg of a negative-risk event, or null if not said
 * @param lastTradePrice of the market, not of the token; null if not said
 * @param version {@link MarketVersion#UNKNOWN} if not said, as for all markets with tokens
 */
public record BookSnapshot(
        String market,
        String token,
        Instant at,
        String hash,
        List<BookLevel> bids,
        List<BookLevel> asks,
        @Nullable Quantity minimumSize,
        @Nullable TickSize tick,
        @Nullable Boolean negRisk,
        @Nullable Price lastTradePrice,
        MarketVersion version) {
    /** Copies the lists. */
    public BookSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
