package io.ploy.core.risk;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent.BookSnapshot;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.core.book.LadderBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A world in which everything is in order until a test says otherwise. */
final class FakeWorld implements RiskWorld {
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final long NOON_NANOS = NOON.getEpochSecond() * 1_000_000_000L;

    final Map<InstrumentId, Market> markets = new HashMap<>();
    final Map<InstrumentId, LadderBook> books = new HashMap<>();
    boolean journalWritable = true;
    boolean halted;
    boolean stopped;
    boolean unknownOrder;
    int openOrders;

    /** Adds an open market with live books. */
    Market add(String name, @Nullable FeeSchedule fees) {
        Market market = Market.builder(
                        new MarketId("test", name),
                        new Outcome("Yes", new InstrumentId("test", name + "-yes")),
                        new Outcome("No", new InstrumentId("test", name + "-no")),
                        TradingRules.builder(TickSize.CENT).fees(fees).build())
                .build();
        put(market);
        quote(market.first().instrument(), "0.48", "0.50");
        quote(market.second().instrument(), "0.48", "0.50");
        return market;
    }

    void put(Market market) {
        markets.put(market.first().instrument(), market);
        markets.put(market.second().instrument(), market);
    }

    void quote(InstrumentId instrument, String bid, String ask) {
        LadderBook book = books.computeIfAbsent(instrument, id -> new LadderBook(id, TickSize.CENT));
        book.snapshot(
                new BookSnapshot(NOON, instrument, TickSize.CENT, List.of(level(bid)), List.of(level(ask))),
                NOON_NANOS);
    }

    private static BookLevel level(String price) {
        return new BookLevel(Price.parse(price), Quantity.ofShares(1_000));
    }

    @Override
    public @Nullable Market marketOf(InstrumentId instrument) {
        return markets.get(instrument);
    }

    @Override
    public OrderBook book(InstrumentId instrument) {
        return books.get(instrument);
    }

    @Override
    public boolean journalWritable() {
        return journalWritable;
    }

    @Override
    public boolean halted() {
        return halted;
    }

    @Override
    public String haltCause() {
        return "a test";
    }

    @Override
    public boolean strategyStopped(String strategy) {
        return stopped;
    }

    @Override
    public int openOrders(String strategy) {
        return openOrders;
    }

    @Override
    public boolean unknownOrder(String strategy, Market market) {
        return unknownOrder;
    }
}
