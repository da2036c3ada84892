package io.ploy.connectors.polymarket;

import io.ploy.api.market.Market;

/**
 * A market with what the venue hashes but orders do not need.
 *
 * @param market the market
 * @param negRisk whether it is one leg of a negative-risk event
 */
public record VenueMarket(Market market, boolean negRisk) {}
