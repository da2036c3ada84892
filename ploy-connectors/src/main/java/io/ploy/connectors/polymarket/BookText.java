package io.ploy.connectors.polymarket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book in the venue's own words. Every text is exactly as it was received, since the hash is over the letters.
 *
 * @param market the condition id
 * @param assetId the outcome token
 * @param timestamp the venue's milliseconds, or those of the message that changed the book
 * @param bids in wire order, best last
 * @param asks in wire order, best last
 * @param minOrderSize in shares
 * @param tickSize the price step
 * @param negRisk whether the market is one leg of a negative-risk event
 * @param lastTradePrice empty if nothing was traded yet
 * @param version the market's version where the venue names one, otherwise null
 */
public record BookText(
        String market,
        String assetId,
        String timestamp,
        List<Level> bids,
        List<Level> asks,
        String minOrderSize,
        String tickSize,
        boolean negRisk,
        String lastTradePrice,
        @Nullable String version) {
    /** Copies the lists. */
    public BookText {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /**
     * One level.
     *
     * @param price as received
     * @param size as received
     */
    public record Level(String price, String size) {}
}
