package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.core.book.LadderBook;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One market as it was recorded, and the house's orders that show it: bids for the first outcome, and bids for the second
 * in place of offers of the first. The first outcome's recorded book leads while it is live, else the second's. Where the
 * evidence only disagrees with a book its orders stay; where it is not known they are withdrawn.
 */
final class MarketMirror {
    private final Market market;
    private final HouseDesk desk;
    private final LadderBook first;
    private final LadderBook second;
    /** By price of the first outcome, best first. */
    private final SortedMap<Price, Level> bids = new TreeMap<>(Comparator.reverseOrder());

    private final SortedMap<Price, Level> asks = new TreeMap<>();
    private LadderBook leading;
    private boolean behind;
    private boolean gone;

    /** A market in the venue's names, whose books are not known yet. */
    MarketMirror(Market market, HouseDesk desk) {
        this.market = market;
        this.desk = desk;
        TickSize tick = market.rules().tickSize();
        first = new LadderBook(market.first().instrument(), tick);
        second = new LadderBook(market.second().instrument(), tick);
        leading = first;
    }

    Market market() {
        return market;
    }

    private LadderBook book(InstrumentId instrument) {
        return first.instrument().equals(instrument) ? first : second;
    }

    void snapshot(InstrumentId instrument, MarketEvent.BookSnapshot snapshot) {
        book(instrument).snapshot(snapshot, 0);
        behind = true;
    }

    void change(InstrumentId instrument, MarketEvent.BookChanged change) {
        LadderBook book = book(instrument);
        for (LevelChange level : change.changes()) {
            book.set(level.side(), level.price().micros(), level.size().micros(), 0);
        }
        behind = true;
    }

    void distrust(InstrumentId instrument, BookTrust trust) {
        book(instrument).distrust(trust);
        behind = true;
    }

    void tick(TickSize tickSize) {
        first.changeTick(tickSize);
        second.changeTick(tickSize);
        behind = true;
    }

    /** What an outcome's recorded book has for a taker at a trade's price; nothing if it does not lead. */
    long shownAgainst(InstrumentId instrument, MarketTrade trade) {
        LadderBook book = book(instrument);
        if (book != leading || book.trust() != BookTrust.LIVE) {
            return 0;
        }
        boolean own = instrument.equals(trade.instrument());
        BookSide side = (trade.takerSide() == Side.BUY) == own ? BookSide.ASKS : BookSide.BIDS;
        Price price = own ? trade.price() : trade.price().complement();
        return book.sizeMicros(side, price.micros());
    }

    /** Somebody took what the recording may still show. */
    void traded() {
        behind = true;
    }

    /** Brings the house's orders to what the recording shows: first what goes, then what comes. */
    void catchUp() {
        if (gone || !behind) {
            return;
        }
        behind = false;
        if (first.trust() == BookTrust.LIVE) {
            leading = first;
        } else if (second.trust() == BookTrust.LIVE) {
            leading = second;
        }
        if (leading.trust() == BookTrust.SUSPECT) {
            return;
        }
        if (leading.trust() == BookTrust.LIVE) {
            show(leading);
        }
        reduce(bids);
        reduce(asks);
        Price ask = best(asks).orElse(Price.ONE);
        bids.forEach((price, level) -> fill(level, price.compareTo(ask) < 0));
        Price bid = best(bids).orElse(Price.ZERO);
        asks.forEach((price, level) -> fill(level, price.compareTo(bid) > 0));
    }

    /** The house leaves for good. */
    void withdraw() {
        gone = true;
        reduce(bids);
        reduce(asks);
    }

    private void show(LadderBook book) {
        boolean straight = book == first;
        for (BookLevel level : book.levels(BookSide.BIDS, Integer.MAX_VALUE)) {
            level(straight, straight ? level.price() : level.price().complement())
                    .show(level.size().micros());
        }
        for (BookLevel level : book.levels(BookSide.ASKS, Integer.MAX_VALUE)) {
            level(!straight, straight ? level.price() : level.price().complement())
                    .show(level.size().micros());
        }
    }

    private Level level(boolean bid, Price price) {
        return bid
                ? bids.computeIfAbsent(price, unseen -> new Level(first.instrument(), price))
                : asks.computeIfAbsent(price, unseen -> new Level(second.instrument(), price.complement()));
    }

    private void reduce(Map<Price, Level> side) {
        for (Level level : side.values()) {
            level.settle();
            while (level.own() > level.wanted()) {
                desk.removeNewest(level);
            }
        }
        side.values().removeIf(level -> !level.isNeeded());
    }

    private static Optional<Price> best(SortedMap<Price, Level> side) {
        return side.entrySet().stream()
                .filter(level -> level.getValue().own() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The house does not trade with itself: an order that would waits until the recording makes sense again. */
    private void fill(Level level, boolean fits) {
        long missing = level.wanted() - level.own();
        if (missing > 0 && fits) {
            desk.add(level, missing);
        }
    }
}
