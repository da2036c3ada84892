package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.draft;
import static io.ploy.core.sim.SimTesting.market;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A recorded venue with one account, and short words to play a recording to it. */
abstract class RecordedScene {
    static final Duration DAY = Duration.ofDays(1);

    final Timeline timeline = new Timeline(START);
    final SimTesting.Log log = new SimTesting.Log();
    Market market = market();
    RecordedVenue venue = new RecordedVenue(timeline, FillModel.conservative());
    OrderGateway gateway = venueWith(plain());
    private long orders;

    /** Everything displayed or printed may be had, nothing takes time: each test changes what it is about. */
    static FillModel.Builder plain() {
        return FillModel.builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .cancelLatency(Duration.ZERO)
                .liquidityShare(1)
                .tradeShare(1)
                .settlementFailureRate(0);
    }

    OrderGateway venueWith(FillModel.Builder model) {
        venue = new RecordedVenue(timeline, model.build());
        venue.onMarketEvent(new MarketEvent.MarketChanged(timeline.now(), market));
        venue.openAccount(ALICE, Cash.ofUsd(1_000));
        gateway = venue.gateway(ALICE);
        gateway.start(log);
        log.lines.clear();
        log.fills.clear();
        return gateway;
    }

    void snapshot(InstrumentId instrument, String bids, String asks) {
        venue.onMarketEvent(new MarketEvent.BookSnapshot(
                timeline.now(), instrument, market.rules().tickSize(), levels(bids), levels(asks)));
    }

    static List<BookLevel> levels(String text) {
        List<BookLevel> levels = new ArrayList<>();
        for (String level : text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = level.split("x");
            levels.add(new BookLevel(Price.parse(parts[1]), Quantity.parse(parts[0])));
        }
        return levels;
    }

    void bid(String size, String price) {
        change(BookSide.BIDS, size, price);
    }

    void ask(String size, String price) {
        change(BookSide.ASKS, size, price);
    }

    void change(BookSide side, String size, String price) {
        venue.onMarketEvent(new MarketEvent.BookChanged(
                timeline.now(), YES, List.of(new LevelChange(side, Price.parse(price), Quantity.parse(size)))));
    }

    void print(InstrumentId instrument, Side taker, String size, String price) {
        venue.onMarketEvent(new MarketEvent.Traded(
                new MarketTrade(instrument, taker, Price.parse(price), Quantity.parse(size), timeline.now())));
        run(Duration.ZERO);
    }

    void run(Duration time) {
        timeline.runUntil(timeline.now().plus(time));
    }

    VenueOrderId send(OrderRequest request) {
        PreparedOrder order = gateway.prepare(
                draft(ALICE, ++orders, request, market), timeline.now().plus(DAY));
        gateway.send(order);
        run(Duration.ZERO);
        return order.venueOrderId();
    }

    Quantity filled(VenueOrderId order) {
        return Quantity.ofMicros(log.fills.stream()
                .filter(fill -> fill.id().order().equals(order) && fill.status() == SettlementStatus.MATCHED)
                .mapToLong(fill -> fill.quantity().micros())
                .sum());
    }

    static Quantity shares(long count) {
        return Quantity.ofShares(count);
    }
}
