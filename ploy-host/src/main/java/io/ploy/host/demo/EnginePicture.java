package io.ploy.host.demo;

import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.Ploy;
import io.ploy.host.demo.DemoFrame.MarketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes pictures of an engine.
 *
 * @param ploy the engine
 * @param start when the demo began, market time
 * @param startingCash what the account began with
 */
record EnginePicture(Ploy ploy, Instant start, Cash startingCash) {
    DemoFrame at(Instant now) {
        Portfolio portfolio = ploy.portfolio();
        List<MarketState> markets = ploy.markets().stream().map(this::state).toList();
        return new DemoFrame(
                now,
                Duration.between(start, now),
                markets,
                startingCash,
                portfolio.equity(),
                portfolio.profitAndLoss());
    }

    private MarketState state(Market market) {
        OrderBook book = ploy.book(market.first().instrument());
        return new MarketState(
                market,
                book.bestBid().orElse(null),
                book.bestAsk().orElse(null),
                ploy.position(market.first().instrument()).economic(),
                ploy.position(market.second().instrument()).economic(),
                ploy.profitAndLoss(market).net());
    }
}
