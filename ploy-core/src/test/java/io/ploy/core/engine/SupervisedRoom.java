package io.ploy.core.engine;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.lease.Lease;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A supervised engine with one market and a venue that does what a test says, on virtual time. */
final class SupervisedRoom {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final InstrumentId UP = new InstrumentId("test", "up");
    static final InstrumentId DOWN = new InstrumentId("test", "down");
    static final Market MARKET = Market.builder(
                    new MarketId("test", "market"),
                    new Outcome("Up", UP),
                    new Outcome("Down", DOWN),
                    TradingRules.builder(TickSize.CENT)
                            .fees(FeeSchedule.takerRate("0"))
                            .build())
            .build();

    final Timeline timeline = new Timeline(START);
    final ScriptedVenue venue = new ScriptedVenue(timeline);
    final InMemoryJournal journal;
    final List<StrategyContext> strategies = new ArrayList<>();
    final Ploy ploy;

    SupervisedRoom(JournalStore left, @Nullable AccountReader reader) {
        this(left::replay, reader, null);
    }

    SupervisedRoom(Left left, @Nullable AccountReader reader) {
        this(left, reader, null);
    }

    SupervisedRoom(Left left, @Nullable AccountReader reader, @Nullable Lease lease) {
        this(left, reader, lease, RiskSettings.USUAL);
    }

    SupervisedRoom(Left left, @Nullable AccountReader reader, @Nullable Lease lease, RiskSettings risk) {
        journal = new InMemoryJournal();
        left.replay((sequence, at, record) -> journal.append(record, at));
        Ploy.Builder builder = Ploy.builder(new AccountId("test"), venue)
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .risk(risk)
                .timeline(timeline)
                .supervision(Supervision.DEFAULT)
                .strategy(new Hand(), Map.of());
        if (reader != null) {
            builder.accountReader(reader);
        }
        if (lease != null) {
            builder.lease(lease);
        }
        ploy = builder.build();
    }

    SupervisedRoom() {
        this(new InMemoryJournal(), null);
    }

    /** What an earlier run left. */
    interface Left {
        void replay(JournalVisitor visitor);
    }

    /** Starts, and waits until orders are taken. */
    SupervisedRoom start() {
        ploy.start();
        ploy.onMarketEvent(new MarketEvent.MarketChanged(START, MARKET));
        advance(Duration.ofSeconds(1));
        book();
        return this;
    }

    void book() {
        book("0.38", "0.42");
    }

    void book(String bid, String ask) {
        for (InstrumentId instrument : List.of(UP, DOWN)) {
            ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                    timeline.now(),
                    instrument,
                    TickSize.CENT,
                    List.of(new BookLevel(Price.parse(bid), Quantity.ofShares(1_000))),
                    List.of(new BookLevel(Price.parse(ask), Quantity.ofShares(1_000)))));
        }
    }

    /** Compares after a halt of the account, and says the second time that trading goes on. */
    void goOn() {
        advance(Duration.ofSeconds(5));
        ploy.operator().reset(Scope.ACCOUNT, List.of(Cause.SECOND_STEP), "anna", "go on");
    }

    void advance(Duration duration) {
        ploy.advanceTo(timeline.now().plus(duration));
    }

    StrategyContext hand() {
        return strategies.get(0);
    }

    Order submit(OrderRequest request) {
        book();
        return hand().submit(request);
    }

    /** Buys ten shares, resting. */
    Order bid() {
        return submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.40")));
    }

    Order order(Order order) {
        return hand().order(order.id()).orElseThrow();
    }

    VenueOrderId name(Order order) {
        return order(order).venueOrderId().orElseThrow();
    }

    List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.AlertRaised raised) {
                alerts.add(raised.alert());
            }
        });
        return alerts;
    }

    List<String> alertCodes() {
        return alerts().stream().map(Alert::code).toList();
    }

    /** Does nothing by itself. */
    private final class Hand implements StrategyFactory {
        @Override
        public String name() {
            return "hand";
        }

        @Override
        public Strategy create(StrategyContext context) {
            strategies.add(context);
            return book -> {};
        }
    }
}
