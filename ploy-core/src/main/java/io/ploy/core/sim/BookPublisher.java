package io.ploy.core.sim;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.core.sim.match.MatchingEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the feeds what an operation did to a book: first the levels, for both outcomes, then the trades. The second
 * outcome's book is the first's seen from the other side.
 */
final class BookPublisher {
    private record Level(boolean bid, long price) {}

    private record Print(VenueOrder taker, long price, long quantity) {}

    private final ExchangeFloor floor;
    private final MatchingEngine engine;
    private final FeedHub hub;
    private final Observers observers;
    private final List<Level> changed = new ArrayList<>();
    private final List<Print> printed = new ArrayList<>();

    BookPublisher(ExchangeFloor floor, MatchingEngine engine, FeedHub hub, Observers observers) {
        this.floor = floor;
        this.engine = engine;
        this.hub = hub;
        this.observers = observers;
    }

    void changed(boolean bid, long price) {
        Level level = new Level(bid, price);
        if (!changed.contains(level)) {
            changed.add(level);
        }
    }

    void traded(VenueOrder taker, long price, long quantity) {
        printed.add(new Print(taker, price, quantity));
    }

    void flush() {
        Instant at = hub.receivedAt();
        if (!changed.isEmpty()) {
            levels(at, true);
            levels(at, false);
            if (observers.any()) {
                observers.onBook(floor.market(), changes(true));
            }
            changed.clear();
        }
        for (Print print : printed) {
            VenueOrder taker = print.taker;
            hub.publish(
                    taker.instrument(),
                    new MarketEvent.Traded(new MarketTrade(
                            taker.instrument(),
                            taker.request.side(),
                            Price.ofMicros(taker.kind.bookPrice(print.price)),
                            Quantity.ofMicros(print.quantity),
                            at)));
        }
        printed.clear();
    }

    private void levels(Instant at, boolean first) {
        InstrumentId instrument = instrument(first);
        if (!hub.isFollowed(instrument)) {
            return;
        }
        hub.publish(instrument, new MarketEvent.BookChanged(at, instrument, changes(first)));
    }

    private List<LevelChange> changes(boolean first) {
        List<LevelChange> changes = new ArrayList<>(changed.size());
        for (Level level : changed) {
            BookSide side = level.bid ? BookSide.BIDS : BookSide.ASKS;
            Quantity size = Quantity.ofMicros(floor.size(side, level.price));
            Price price = Price.ofMicros(level.price);
            changes.add(
                    first
                            ? new LevelChange(side, price, size)
                            : new LevelChange(side.opposite(), price.complement(), size));
        }
        return changes;
    }

    MarketEvent.BookSnapshot snapshot(boolean first, Instant at) {
        return new MarketEvent.BookSnapshot(
                at,
                instrument(first),
                engine.tickSize(),
                levels(first, BookSide.BIDS, Integer.MAX_VALUE),
                levels(first, BookSide.ASKS, Integer.MAX_VALUE));
    }

    /** The best levels of a side of either outcome's book, best first. */
    List<BookLevel> levels(boolean first, BookSide side, int limit) {
        boolean bid = (side == BookSide.BIDS) == first;
        List<BookLevel> levels = new ArrayList<>();
        long price = engine.best(bid);
        while (price != MatchingEngine.NONE && levels.size() < limit) {
            Price own = Price.ofMicros(price);
            levels.add(new BookLevel(first ? own : own.complement(), Quantity.ofMicros(engine.size(price))));
            price = engine.next(bid, price);
        }
        return levels;
    }

    private InstrumentId instrument(boolean first) {
        return (first ? floor.market().first() : floor.market().second()).instrument();
    }
}
