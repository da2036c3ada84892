package io.ploy.strategies.fake;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A book set by hand. */
public final class FakeBook implements OrderBook {
    private final InstrumentId instrument;
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private final Map<BookSide, Instant> updated = new EnumMap<>(BookSide.class);
    private TickSize tickSize = TickSize.CENT;
    private BookTrust trust = BookTrust.SYNCING;
    private long generation;

    public FakeBook(InstrumentId instrument) {
        this.instrument = instrument;
    }

    public void snapshot() {
        generation++;
        trust = BookTrust.LIVE;
    }

    public void distrust(BookTrust reason) {
        trust = reason;
    }

    public void tickSize(TickSize changed) {
        tickSize = changed;
    }

    /** Replaces a side by levels of price and shares. */
    public void side(BookSide side, Instant at, String... priceAndShares) {
        NavigableMap<Long, Long> levels = side(side);
        levels.clear();
        for (int i = 0; i < priceAndShares.length; i += 2) {
            levels.put(
                    Price.parse(priceAndShares[i]).micros(),
                    Quantity.parse(priceAndShares[i + 1]).micros());
        }
        updated.put(side, at);
    }

    public void touchedAt(BookSide side, Instant at) {
        updated.put(side, at);
    }

    private NavigableMap<Long, Long> side(BookSide side) {
        return side == BookSide.BIDS ? bids : asks;
    }

    @Override
    public InstrumentId instrument() {
        return instrument;
    }

    @Override
    public TickSize tickSize() {
        return tickSize;
    }

    @Override
    public BookTrust trust() {
        return trust;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public Instant updatedAt(BookSide side) {
        return updated.getOrDefault(side, Instant.EPOCH);
    }

    @Override
    public long bestBidMicros() {
        return bids.isEmpty() ? NONE : bids.firstKey();
    }

    @Override
    public long bestAskMicros() {
        return asks.isEmpty() ? NONE : asks.firstKey();
    }

    @Override
    public long sizeMicros(BookSide side, long priceMicros) {
        return side(side).getOrDefault(priceMicros, 0L);
    }

    @Override
    public List<BookLevel> levels(BookSide side, int limit) {
        List<BookLevel> levels = new ArrayList<>();
        side(side).forEach((price, size) -> {
            if (levels.size() < limit) {
                levels.add(new BookLevel(new Price(price), Quantity.ofMicros(size)));
            }
        });
        return levels;
    }

    @Override
    public Sweep sweep(BookSide side, Quantity wanted, Price limit, FeeSchedule fees) {
        Quantity had = Quantity.ZERO;
        Cash notional = Cash.ZERO;
        Cash fee = Cash.ZERO;
        Price worst = limit;
        for (BookLevel level : levels(side, Integer.MAX_VALUE)) {
            boolean within = side == BookSide.ASKS
                    ? !level.price().isAbove(limit)
                    : !level.price().isBelow(limit);
            Quantity part = wanted.minusOrZero(had).min(level.size());
            if (within && !part.isZero()) {
                had = had.plus(part);
                notional = notional.plus(Cash.notional(level.price(), part, RoundingMode.CEILING));
                fee = fee.plus(fees.takerFee(level.price(), part, RoundingMode.CEILING));
                worst = level.price();
            }
        }
        return new Sweep(had, notional, fee, worst);
    }
}
