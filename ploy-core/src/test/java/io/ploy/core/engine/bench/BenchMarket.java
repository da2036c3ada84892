package io.ploy.core.engine.bench;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.core.Ploy;
import java.time.Instant;
import java.util.List;

/** The market engines trade in benchmarks: 0.50 to 0.51, no fees. */
final class BenchMarket {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final InstrumentId UP = new InstrumentId("bench", "up");

    /** An update of its book that leaves the best prices alone. */
    static final MarketEvent CHANGE = new MarketEvent.BookChanged(
            START, UP, List.of(new LevelChange(BookSide.BIDS, Price.parse("0.40"), Quantity.ofShares(5))));

    private BenchMarket() {}

    /** Tells an engine of it and of its book. */
    static void open(Ploy ploy) {
        ploy.onMarketEvent(new MarketEvent.MarketChanged(
                START,
                Market.builder(
                                new MarketId("bench", "market"),
                                new Outcome("Up", UP),
                                new Outcome("Down", new InstrumentId("bench", "down")),
                                TradingRules.builder(TickSize.CENT)
                                        .fees(FeeSchedule.takerRate("0"))
                                        .build())
                        .build()));
        ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                START,
                UP,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.50"), Quantity.ofShares(1_000))),
                List.of(new BookLevel(Price.parse("0.51"), Quantity.ofShares(1_000)))));
    }
}
