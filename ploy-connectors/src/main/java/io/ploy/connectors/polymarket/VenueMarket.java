package io.ploy.connectors.polymarket;

import io.ploy.api.market.Market;
import io.ploy.connectors.polymarket.protocol.MarketVersion;

/**
 * A market with what the venue hashes and routes by but strategies do not need.
 *
 * @param market the market
 * @param negRisk whether it is one leg of a negative-risk event
 * @param version by which generation of the protocol it trades
 */
public record VenueMarket(Market market, boolean negRisk, MarketVersion version) {}
