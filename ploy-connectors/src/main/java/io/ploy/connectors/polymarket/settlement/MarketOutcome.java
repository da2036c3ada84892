package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.market.Outcome;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.protocol.MarketVersion;

/**
 * One outcome of a market.
 *
 * @param market which
 * @param outcome one of its two
 */
record MarketOutcome(VenueMarket market, Outcome outcome) {
    static MarketOutcome first(VenueMarket market) {
        return new MarketOutcome(market, market.market().first());
    }

    static MarketOutcome second(VenueMarket market) {
        return new MarketOutcome(market, market.market().second());
    }

    /** What the venue calls it. */
    String token() {
        return outcome.instrument().symbol();
    }

    AssetType type() {
        return market.version() == MarketVersion.POSITIONS ? AssetType.CONDITIONAL_V2 : AssetType.CONDITIONAL;
    }
}
