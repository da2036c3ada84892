package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The markets with the contracts they trade on.
 *
 * @param markets the venue's markets
 * @param exchanges that orders are signed for
 */
record TradedMarkets(VenueMarkets markets, Exchanges exchanges) {
    /** The market of an outcome; null if it was never read. */
    @Nullable
    VenueMarket known(InstrumentId instrument) {
        return markets.known(instrument).orElse(null);
    }

    /** The contract a market trades on; null if it cannot be traded. */
    @Nullable
    Address exchange(VenueMarket market) {
        return exchanges
                .of(market.version(), market.negRisk())
                .map(ExchangeDomain::exchange)
                .orElse(null);
    }

    /** Every contract that trades. */
    List<Address> all() {
        return Stream.of(
                        exchanges.of(MarketVersion.CTF, false),
                        exchanges.of(MarketVersion.CTF, true),
                        exchanges.of(MarketVersion.POSITIONS, false))
                .flatMap(Optional::stream)
                .map(ExchangeDomain::exchange)
                .toList();
    }
}
