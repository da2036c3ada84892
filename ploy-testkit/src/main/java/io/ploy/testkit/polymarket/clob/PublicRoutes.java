package io.ploy.testkit.polymarket.clob;

import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.Routes;

/** The CLOB's requests that need no credentials: the service, markets, books, prices, history, rewards. */
public final class PublicRoutes {
    private final ServiceRoutes service;
    private final MarketRoutes markets;
    private final PriceRoutes prices;
    private final HistoryRoute history;

    /**
     * Routes over a venue.
     *
     * @param state the venue
     * @param books its books
     * @param records its trades
     */
    public PublicRoutes(VenueState state, VenueBooks books, VenueRecords records) {
        service = new ServiceRoutes(state);
        markets = new MarketRoutes(state, books, records);
        prices = new PriceRoutes(books);
        history = new HistoryRoute(state, books);
    }

    /**
     * Adds them.
     *
     * @param routes of the CLOB
     */
    public void addTo(Routes routes) {
        service.addTo(routes);
        markets.addTo(routes);
        prices.addTo(routes);
        history.addTo(routes);
    }
}
