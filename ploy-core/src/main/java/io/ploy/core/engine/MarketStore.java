package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.portfolio.Operation;
import io.ploy.core.book.LadderBook;
import io.ploy.core.ledger.FeeEstimator;
import io.ploy.core.portfolio.BookMarks;
import io.ploy.core.portfolio.MarketLookup;
import io.ploy.core.portfolio.Marks;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every market known, with its books and, once resolved, its payout. */
final class MarketStore implements MarketLookup, FeeEstimator, Marks {
    private final Map<MarketId, Market> markets = new LinkedHashMap<>();
    private final Map<MarketId, Resolution> resolutions = new HashMap<>();
    private final Map<InstrumentId, Entry> entries = new HashMap<>();
    private final Marks bids = new BookMarks(this::known, this);

    /**
     * Takes in a market.
     *
     * @return the one known before, or null
     */
    @Nullable
    Market put(Market market) {
        Market before = markets.put(market.id(), market);
        entry(market.first().instrument(), market).market = market;
        entry(market.second().instrument(), market).market = market;
        return before;
    }

    private Entry entry(InstrumentId instrument, Market market) {
        return entries.computeIfAbsent(
                instrument, id -> new Entry(new LadderBook(id, market.rules().tickSize())));
    }

    List<Market> all() {
        return new ArrayList<>(markets.values());
    }

    @Nullable
    Market market(MarketId id) {
        return markets.get(id);
    }

    /** All markets of an operation in its order, or null if one is not known. */
    @Nullable
    List<Market> known(Operation operation) {
        List<Market> found = new ArrayList<>();
        for (MarketId id : operation.markets()) {
            Market market = markets.get(id);
            if (market == null) {
                return null;
            }
            found.add(market);
        }
        return found;
    }

    /** The markets of an event, as far as they are known. */
    List<Market> of(EventId event) {
        return markets.values().stream()
                .filter(market ->
                        market.event().map(Event::id).filter(event::equals).isPresent())
                .toList();
    }

    @Override
    public @Nullable Market marketOf(InstrumentId instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? null : entry.market;
    }

    /** The book to change, or null for an instrument nobody described. */
    @Nullable
    LadderBook known(InstrumentId instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? null : entry.book;
    }

    /** The book to look at; an unknown instrument has an empty, untrusted one. */
    OrderBook book(InstrumentId instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? new LadderBook(instrument, TickSize.CENT) : entry.book;
    }

    Collection<InstrumentId> instruments() {
        return List.copyOf(entries.keySet());
    }

    void distrustAll(BookTrust trust) {
        entries.values().forEach(entry -> entry.book.distrust(trust));
    }

    /** Changes a market's tick size. The rules carry it as a new epoch. */
    void changeTick(MarketEvent.TickSizeChanged event) {
        Entry entry = entries.get(event.instrument());
        if (entry == null) {
            return;
        }
        entry.book.changeTick(event.tickSize());
        Market market = entry.market;
        if (market != null && !market.rules().tickSize().equals(event.tickSize())) {
            put(market.toBuilder()
                    .rules(market.rules().withTickSize(event.tickSize()))
                    .build());
        }
    }

    void resolve(Resolution resolution) {
        resolutions.put(resolution.market(), resolution);
    }

    @Nullable
    Resolution resolution(MarketId market) {
        return resolutions.get(market);
    }

    @Override
    public Cash estimate(InstrumentId instrument, Side side, Price price, Quantity quantity, LiquidityRole role) {
        Market market = marketOf(instrument);
        FeeSchedule fees = market == null ? null : market.rules().fees().orElse(null);
        if (fees == null) {
            return Cash.ZERO;
        }
        return role == LiquidityRole.MAKER
                ? fees.makerFee(price, quantity, RoundingMode.CEILING)
                : fees.takerFee(price, quantity, RoundingMode.CEILING);
    }

    @Override
    public long bidNetMicros(InstrumentId instrument, long sizeMicros) {
        Market market = marketOf(instrument);
        Resolution resolution = market == null ? null : resolutions.get(market.id());
        if (market != null && resolution != null) {
            Price payout = resolution.payout(market, instrument);
            return Cash.notional(payout, Quantity.ofMicros(sizeMicros), RoundingMode.FLOOR)
                    .micros();
        }
        return bids.bidNetMicros(instrument, sizeMicros);
    }

    private static final class Entry {
        private final LadderBook book;
        private @Nullable Market market;

        private Entry(LadderBook book) {
            this.book = book;
        }
    }
}
