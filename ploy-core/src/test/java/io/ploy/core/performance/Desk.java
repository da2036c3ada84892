package io.ploy.core.performance;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.book.LadderBook;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger, books, and performance told of everything that happens to them, at a time that tests move. */
final class Desk {
    static final AccountId ACCOUNT = new AccountId("main");
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    final Map<InstrumentId, Market> markets = new HashMap<>();
    final Map<MarketId, Market> byId = new LinkedHashMap<>();
    final Map<InstrumentId, LadderBook> books = new LinkedHashMap<>();
    final List<PerformanceChange> changes = new ArrayList<>();
    final PortfolioLedger ledger = new PortfolioLedger(ACCOUNT, markets::get);
    Performance performance = fresh(changes);
    Instant now = NOON;
    private long trades;

    Performance fresh(List<PerformanceChange> told) {
        return fresh(PerformanceSettings.usual(), told);
    }

    Performance fresh(PerformanceSettings settings, List<PerformanceChange> told) {
        return new Performance(
                settings,
                new PerformanceSources(
                        ledger, books::get, markets::get, name -> name.startsWith("s") ? "sports" : "crypto"),
                told::add);
    }

    /** The process ends without a word, and another takes over what was recorded. */
    void restart() {
        List<PerformanceChange> recorded = List.copyOf(changes);
        performance = fresh(changes);
        recorded.forEach(performance::apply);
        performance.begin(now);
    }

    Market market(String name) {
        return market(name, null);
    }

    /** A market without fees whose books nobody trusts yet. */
    Market market(String name, Event event) {
        Market market = Market.builder(
                        new MarketId("test", name),
                        new Outcome("Yes", new InstrumentId("test", name + "-yes")),
                        new Outcome("No", new InstrumentId("test", name + "-no")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.FREE)
                                .build())
                .event(event)
                .build();
        known(market);
        return market;
    }

    void known(Market market) {
        byId.put(market.id(), market);
        for (Outcome outcome : market.outcomes()) {
            markets.put(outcome.instrument(), market);
            books.putIfAbsent(outcome.instrument(), new LadderBook(outcome.instrument(), TickSize.CENT));
        }
    }

    List<Market> event(String name, EventStructure structure, String... outcomes) {
        Event event = new Event(new EventId("test", name), name, structure, outcomes.length, List.of());
        List<Market> all = new ArrayList<>();
        for (String outcome : outcomes) {
            all.add(market(outcome, event));
        }
        return all;
    }

    static InstrumentId yes(Market market) {
        return market.first().instrument();
    }

    static InstrumentId no(Market market) {
        return market.second().instrument();
    }

    void deposit(String amount) {
        ledger.deposit(Cash.parse(amount));
        performance.cashMoved(now);
    }

    void move(CashKind kind, String amount) {
        ledger.move(kind, Cash.parse(amount));
        performance.cashMoved(now);
    }

    /** Sets the only bid of a trusted book; no bid if the size is nothing. */
    void bid(InstrumentId instrument, String price, String size) {
        quote(instrument, price, size, null);
        performance.bookChanged(instrument, now);
    }

    void quote(InstrumentId instrument, String price, String size, String ask) {
        LadderBook book = books.get(instrument);
        book.snapshotBegin(TickSize.CENT);
        book.set(
                BookSide.BIDS, Price.parse(price).micros(), Quantity.parse(size).micros(), 1);
        if (ask != null) {
            book.set(
                    BookSide.ASKS,
                    Price.parse(ask).micros(),
                    Quantity.parse(size).micros(),
                    1);
        }
        book.snapshotEnd(1);
    }

    void distrust(InstrumentId instrument) {
        books.get(instrument).distrust(BookTrust.STALE);
        performance.bookChanged(instrument, now);
    }

    Fill fill(InstrumentId instrument, Side side, String shares, String price, SettlementStatus status) {
        return fill(++trades, instrument, side, shares, price, "0", status);
    }

    Fill fill(
            long trade,
            InstrumentId instrument,
            Side side,
            String shares,
            String price,
            String fee,
            SettlementStatus status) {
        return new Fill(
                new FillId("t" + trade, 0, new VenueOrderId("v" + trade), LiquidityRole.TAKER),
                new ClientOrderId(ACCOUNT, 1, trade),
                instrument,
                side,
                Price.parse(price),
                Quantity.parse(shares),
                Cash.parse(fee),
                LiquidityRole.TAKER,
                status,
                false,
                now);
    }

    void buy(String strategy, InstrumentId instrument, String shares, String price) {
        book(strategy, fill(instrument, Side.BUY, shares, price, SettlementStatus.CONFIRMED));
    }

    void sell(String strategy, InstrumentId instrument, String shares, String price) {
        book(strategy, fill(instrument, Side.SELL, shares, price, SettlementStatus.CONFIRMED));
    }

    void book(String strategy, Fill fill) {
        ledger.book(strategy, fill);
        performance.moved(strategy, fill.instrument(), now);
    }

    void reverse(String strategy, Fill fill) {
        ledger.reverse(fill);
        performance.moved(strategy, fill.instrument(), now);
    }

    void resolve(Market market, boolean first) {
        ledger.resolve(market, first ? Resolution.first(market.id(), now) : Resolution.second(market.id(), now));
        performance.resolved(market, now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    DayFigures account() {
        return performance.day(PerformanceScope.ACCOUNT, now);
    }

    DayFigures strategy(String name) {
        return performance.day(PerformanceScope.strategy(name), now);
    }

    static Cash usd(String text) {
        return Cash.parse(text);
    }
}
