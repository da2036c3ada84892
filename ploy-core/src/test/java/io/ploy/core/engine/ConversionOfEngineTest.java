package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.history.CashRow;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.MemoryTables;
import io.ploy.core.history.OperationRow;
import io.ploy.core.history.PositionRow;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.Roomy;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A strategy converts No of two markets of an event of three: what it knows is what the venue holds, also after a restart. */
class ConversionOfEngineTest {
    private static final AccountId ACCOUNT = new AccountId("test");
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<MarketId> TWO = List.of(id("a"), id("b"));
    private static final Quantity TEN = Quantity.ofShares(10);

    private final Timeline timeline = new Timeline(Instant.parse("2026-01-01T12:00:00Z"));
    private final SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.instant());
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<StrategyContext> contexts = new ArrayList<>();
    private final List<OperationEvent> heard = new ArrayList<>();

    private static MarketId id(String name) {
        return new MarketId("sim", name);
    }

    private void list(EventStructure structure, int markets) {
        for (String name : NAMES) {
            exchange.list(Market.builder(
                            id(name),
                            new Outcome("Yes", new InstrumentId("sim", name + "-yes")),
                            new Outcome("No", new InstrumentId("sim", name + "-no")),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.FREE)
                                    .build())
                    .event(new Event(new EventId("sim", "event"), "", structure, markets, List.of()))
                    .build());
        }
        exchange.openAccount(ACCOUNT, Cash.ofUsd(1_000));
    }

    private Ploy ploy(JournalStore left) {
        return Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .settlement(exchange.settlement(ACCOUNT))
                .openingCash(Cash.ofUsd(1_000))
                .risk(Roomy.settings())
                .journal(left)
                .timeline(timeline)
                .listener(new EngineListener() {
                    @Override
                    public void onOperation(OperationEvent event) {
                        heard.add(event);
                    }
                })
                .strategy(new Hand(), Map.of())
                .build();
    }

    private Ploy withSetsOfAll(EventStructure structure, int markets) {
        list(structure, markets);
        Ploy ploy = ploy(journal);
        ploy.start();
        pass(ploy);
        NAMES.forEach(name -> contexts.get(0).split(id(name), TEN));
        pass(ploy);
        heard.clear();
        return ploy;
    }

    private void pass(Ploy ploy) {
        ploy.advanceTo(timeline.now().plus(Duration.ofSeconds(30)));
    }

    private Operation.Status end() {
        return heard.get(heard.size() - 1).status();
    }

    private String why() {
        return heard.get(heard.size() - 1).detail();
    }

    private static Map<String, Quantity> held(Ploy ploy) {
        return ploy.portfolio().positions().stream()
                .filter(position -> !position.isFlat())
                .collect(Collectors.toMap(position -> position.instrument().symbol(), Position::confirmed));
    }

    private Map<String, Quantity> atVenue() {
        return exchange.account(ACCOUNT).holdings().entrySet().stream()
                .filter(each -> !each.getValue().isZero())
                .collect(Collectors.toMap(each -> each.getKey().symbol(), Map.Entry::getValue));
    }

    @Test
    void theBooksAreWhatTheVenueHoldsAndSoIsWhatTheTablesSay() {
        try (Ploy ploy = withSetsOfAll(EventStructure.EXCLUSIVE, 3)) {
            contexts.get(0).convert(TWO, Quantity.ofShares(4));
            pass(ploy);

            assertThat(end()).isEqualTo(Operation.Status.CONFIRMED);
            assertThat(ploy.portfolio().balance().settled())
                    .isEqualTo(Cash.ofUsd(974))
                    .isEqualTo(exchange.account(ACCOUNT).collateral());
            assertThat(held(ploy))
                    .isEqualTo(atVenue())
                    .containsEntry("a-no", Quantity.ofShares(6))
                    .containsEntry("c-yes", Quantity.ofShares(14));
            MemoryTables tables = new MemoryTables();
            journal.replay(new HistoryProjection(tables));
            assertThat(tables.rows(HistoryTable.OPERATIONS))
                    .extracting(OperationRow::kind)
                    .contains(Operation.Kind.CONVERT);
            assertThat(tables.rows(HistoryTable.CASH_ENTRIES))
                    .last()
                    .extracting(CashRow::kind, CashRow::amount)
                    .containsExactly(CashRow.Kind.CONVERSION, Cash.ofUsd(4));
            for (PositionRow row : tables.rows(HistoryTable.POSITIONS)) {
                Position known = contexts.get(0).position(row.instrument());
                assertThat(row.confirmed()).isEqualTo(known.confirmed());
                assertThat(row.cost()).isEqualTo(known.cost());
                assertThat(row.realised()).isEqualTo(known.realised());
            }
        }
    }

    @Test
    void aRestartKnowsWhatWasConvertedAndFindsOutAboutWhatWasNot() {
        Map<String, Quantity> before;
        InMemoryJournal left = new InMemoryJournal();
        try (Ploy ploy = withSetsOfAll(EventStructure.EXCLUSIVE, 3)) {
            contexts.get(0).convert(TWO, Quantity.ofShares(4));
            pass(ploy);
            before = held(ploy);
            contexts.get(0).convert(List.of(id("c")), Quantity.ofShares(3));
            // What is on disk when the process dies with one on its way.
            journal.replay((sequence, at, record) -> left.append(record, at));
            pass(ploy);
        }
        try (Ploy again = ploy(left)) {
            assertThat(held(again)).isEqualTo(before);
            again.start();
            pass(again);

            assertThat(held(again)).isEqualTo(atVenue());
            assertThat(again.portfolio().balance().settled())
                    .isEqualTo(exchange.account(ACCOUNT).collateral());
            assertThat(again.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
        }
    }

    @Test
    void whatCannotBeConvertedIsRefusedWithWhyAndNothingIsClaimed() {
        try (Ploy ploy = withSetsOfAll(EventStructure.EXCLUSIVE, 3)) {
            StrategyContext hand = contexts.get(0);
            hand.convert(TWO, Quantity.ofShares(11));
            assertThat(why()).contains("not enough free cash or confirmed shares");
            hand.convert(List.of(id("x")), TEN);
            assertThat(why()).contains("no event is known that market sim:x is part of");
            hand.convert(List.of(id("a"), id("x")), TEN);
            assertThat(why()).contains("these are no markets of event").contains("x");
            assertThatThrownBy(() -> hand.convert(List.of(), TEN)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> hand.convert(List.of(id("a"), id("a")), TEN))
                    .isInstanceOf(IllegalArgumentException.class);
            exchange.resolve(Resolution.second(id("c"), timeline.now()));
            pass(ploy);
            heard.clear();
            hand.convert(TWO, TEN);
            assertThat(why()).contains("market sim:c is resolved");
            assertThat(end()).isEqualTo(Operation.Status.FAILED);
            assertThat(hand.position(new InstrumentId("sim", "a-no")).sellable())
                    .isEqualTo(TEN);
        }
    }

    @Test
    void anEventOfWhichMarketsAreMissingOrMayBothComeTrueIsRefused() {
        try (Ploy ploy = withSetsOfAll(EventStructure.EXCLUSIVE, 4)) {
            contexts.get(0).convert(TWO, TEN);
            pass(ploy);
            assertThat(why()).contains("must be known, 3 of 4 are");
        }
        ConversionOfEngineTest other = new ConversionOfEngineTest();
        try (Ploy ploy = other.withSetsOfAll(EventStructure.INDEPENDENT, 3)) {
            other.contexts.get(0).convert(TWO, TEN);
            other.pass(ploy);
            assertThat(other.why()).contains("may come true: INDEPENDENT");
        }
    }

    @Test
    void whileRiskMayOnlyBeReducedJustTheOneThatGivesNothingUpIsCarriedOut() {
        try (Ploy ploy = withSetsOfAll(EventStructure.EXCLUSIVE, 3)) {
            ploy.operator().stop(Scope.strategy("hand"), Stop.HALT, "anna", "enough");
            pass(ploy);
            heard.clear();
            contexts.get(0).convert(TWO, TEN);
            assertThat(why())
                    .contains("where no market of the event comes true")
                    .contains("enough");
        }
        ConversionOfEngineTest other = new ConversionOfEngineTest();
        try (Ploy ploy = other.withSetsOfAll(EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, 3)) {
            ploy.operator().stop(Scope.strategy("hand"), Stop.HALT, "anna", "enough");
            other.pass(ploy);
            other.contexts.get(0).convert(TWO, TEN);
            other.pass(ploy);
            assertThat(other.end()).isEqualTo(Operation.Status.CONFIRMED);
        }
    }

    /** Does nothing by itself; the test acts through its context. */
    private final class Hand implements StrategyFactory {
        @Override
        public String name() {
            return "hand";
        }

        @Override
        public String description() {
            return "Does what a test says";
        }

        @Override
        public Strategy create(StrategyContext context) {
            contexts.clear();
            contexts.add(context);
            return book -> {};
        }
    }
}
