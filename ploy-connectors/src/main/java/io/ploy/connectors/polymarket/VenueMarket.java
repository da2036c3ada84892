package io.ploy.connectors.polymarket;

import io.ploy.api.market.Market;
import io.ploy.connectors.polymarket.protocol.MarketVersion;

/**
 * A market with what the venue hashes and routes by but strategies do not need.
 *
 * @param market the market
 * @param negRisk whether it is one leg of a negative-risk event
 * @param version by which generation of the protocol it trades
 * @param questionId the question of a token market as its contracts name it, {@code 0x} and 64 hex digits as the venue wrote
 *     them; empty if it did not
 */
public record VenueMarket(Market market, boolean negRisk, MarketVersion version, String questionId) {
    /**
     * A market whose question is not known.
     *
     * @param market the market
     * @param negRisk whether it is one leg of a negative-risk event
     * @param version by which generation of the protocol it trades
     */
    public VenueMarket(Market market, boolean negRisk, MarketVersion version) {
        this(market, negRisk, version, "");
    }

    /**
     * The same market after it changed.
     *
     * @param changed as it is now
     * @return a copy
     */
    public VenueMarket with(Market changed) {
        return new VenueMarket(changed, negRisk, version, questionId);
    }
}
