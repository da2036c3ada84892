package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.Asker;

/** Sells what is held of open markets, for the strategies that hold it. Engine thread only. */
final class PositionCloser {
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final OrderDesk orders;

    PositionCloser(MarketStore markets, PortfolioLedger portfolio, OrderDesk orders) {
        this.markets = markets;
        this.portfolio = portfolio;
        this.orders = orders;
    }

    int sellAll() {
        int made = 0;
        for (Market market : markets.all()) {
            if (market.status().acceptsOrders() && markets.resolution(market.id()) == null) {
                for (Outcome outcome : market.outcomes()) {
                    made += sell(outcome);
                }
            }
        }
        return made;
    }

    private int sell(Outcome outcome) {
        OrderBook book = markets.book(outcome.instrument());
        if (book.trust() != BookTrust.LIVE || book.bestBidMicros() == OrderBook.NONE) {
            return 0;
        }
        int made = 0;
        for (String strategy : portfolio.holders(outcome.instrument()).keySet()) {
            Quantity size = portfolio.sellable(strategy, outcome.instrument()).floorToLot();
            if (!size.isZero()) {
                orders.submit(
                        strategy,
                        OrderRequest.sell(outcome.instrument(), size, Price.ofMicros(book.bestBidMicros()))
                                .fillAndKill()
                                .reason("closed at the end of the run"),
                        Asker.HOST);
                made++;
            }
        }
        return made;
    }
}
