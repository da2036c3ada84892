package io.ploy.testkit.polymarket.soak;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.util.List;

/** The markets that trade now. */
final class OpenMarkets {
    private OpenMarkets() {}

    static List<ListedMarket> of(PolymarketSimulator venue) {
        return venue.state()
                .loop()
                .ask(() -> venue.state().catalogue().markets().stream()
                        .filter(market -> market.market().status().acceptsOrders())
                        .toList());
    }
}
