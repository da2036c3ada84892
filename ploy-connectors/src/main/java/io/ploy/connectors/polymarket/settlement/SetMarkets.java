package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.market.MarketId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The markets of an operation and those of their outcomes that it can move.
 *
 * @param given of a conversion those that are given, of all others the only one
 * @param received of a conversion those that are received
 * @param outcomes both of the only market; of a conversion the second of each that is given, then the first of each that is
 *     received
 */
record SetMarkets(List<VenueMarket> given, List<VenueMarket> received, List<MarketOutcome> outcomes) {
    /** Copies the lists. */
    SetMarkets {
        given = List.copyOf(given);
        received = List.copyOf(received);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * The markets as they were read last, or anew if they never were.
     *
     * @return empty if the venue does not know one of them
     * @throws io.ploy.connectors.polymarket.http.RequestException if one could not be read
     */
    static Optional<SetMarkets> find(Operation operation, VenueMarkets markets) {
        List<VenueMarket> found = new ArrayList<>();
        for (MarketId id : operation.markets()) {
            markets.known(id).or(() -> markets.venueMarket(id)).ifPresent(found::add);
        }
        return found.size() < operation.markets().size() ? Optional.empty() : Optional.of(of(operation, found));
    }

    private static SetMarkets of(Operation operation, List<VenueMarket> markets) {
        Conversion conversion = operation.conversion();
        if (conversion == null) {
            VenueMarket only = markets.get(0);
            return new SetMarkets(markets, List.of(), List.of(MarketOutcome.first(only), MarketOutcome.second(only)));
        }
        int split = conversion.given().size();
        List<VenueMarket> given = markets.subList(0, split);
        List<VenueMarket> received = markets.subList(split, markets.size());
        return new SetMarkets(
                given,
                received,
                Stream.concat(
                                given.stream().map(MarketOutcome::second),
                                received.stream().map(MarketOutcome::first))
                        .toList());
    }

    /** The only market of an operation that is no conversion. */
    VenueMarket only() {
        return given.get(0);
    }
}
