package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one book, several events made into the few that come to the same. They carry the time of the
 * first, so that a book held up looks older than it is, never newer.
 */
final class PendingBook {
    private final InstrumentId instrument;
    private final Instant at;
    private final Map<Price, Quantity> bids = new LinkedHashMap<>();
    private final Map<Price, Quantity> asks = new LinkedHashMap<>();
    private MarketEvent.@Nullable BookDistrusted doubt;
    private @Nullable TickSize newTick;
    private @Nullable TickSize wholeOn;

    PendingBook(InstrumentId instrument, Instant at) {
        this.instrument = instrument;
        this.at = at;
    }

    void add(MarketEvent.BookSnapshot event) {
        clear();
        wholeOn = event.tickSize();
        event.bids().forEach(level -> bids.put(level.price(), level.size()));
        event.asks().forEach(level -> asks.put(level.price(), level.size()));
    }

    void add(MarketEvent.BookChanged event) {
        for (LevelChange change : event.changes()) {
            Map<Price, Quantity> side = change.side() == BookSide.BIDS ? bids : asks;
            if (wholeOn != null && change.size().isZero()) {
                side.remove(change.price());
            } else {
                side.put(change.price(), change.size());
            }
        }
    }

    /** What was to be said before is worth nothing any more. */
    void add(MarketEvent.BookDistrusted event) {
        clear();
        doubt = new MarketEvent.BookDistrusted(at, instrument, event.trust(), event.reason());
    }

    /** Levels before and after a change of the step do not add up; the book has to come whole again. */
    void add(MarketEvent.TickSizeChanged event) {
        clear();
        newTick = event.tickSize();
        doubt = new MarketEvent.BookDistrusted(
                at, instrument, BookTrust.SYNCING, "the price step changed while events were held up");
    }

    private void clear() {
        bids.clear();
        asks.clear();
        wholeOn = null;
    }

    void sayTo(Consumer<? super MarketEvent> out) {
        if (doubt != null) {
            out.accept(doubt);
        }
        if (newTick != null) {
            out.accept(new MarketEvent.TickSizeChanged(at, instrument, newTick));
        }
        if (wholeOn != null) {
            out.accept(new MarketEvent.BookSnapshot(at, instrument, wholeOn, levels(bids), levels(asks)));
        } else if (!bids.isEmpty() || !asks.isEmpty()) {
            out.accept(new MarketEvent.BookChanged(at, instrument, changes()));
        }
    }

    private static List<BookLevel> levels(Map<Price, Quantity> side) {
        List<BookLevel> levels = new ArrayList<>(side.size());
        side.forEach((price, size) -> levels.add(new BookLevel(price, size)));
        return levels;
    }

    private List<LevelChange> changes() {
        List<LevelChange> changes = new ArrayList<>(bids.size() + asks.size());
        bids.forEach((price, size) -> changes.add(new LevelChange(BookSide.BIDS, price, size)));
        asks.forEach((price, size) -> changes.add(new LevelChange(BookSide.ASKS, price, size)));
        return changes;
    }
}
