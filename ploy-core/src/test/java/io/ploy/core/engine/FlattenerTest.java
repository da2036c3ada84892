package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.Roomy;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two strategies hold is sold on a person's word, at an exchange where another account bids and offers. */
class FlattenerTest {
    private static final AccountId ACCOUNT = new AccountId("test");
    private static final AccountId MAKER = new AccountId("maker");
    private static final MarketId MARKET = new MarketId("sim", "market");
    private static final InstrumentId UP = new InstrumentId("sim", "up");
    private static final InstrumentId DOWN = new InstrumentId("sim", "down");
    private static final Scope ONE = Scope.strategy("one");

    private final Timeline timeline = new Timeline(Instant.parse("2026-01-01T12:00:00Z"));
    private final SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.instant());
    private InMemoryJournal journal = new InMemoryJournal();
    private final Map<String, StrategyContext> strategies = new TreeMap<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private Ploy ploy;

    private static Market market() {
        return Market.builder(
                        MARKET,
                        new Outcome("Up", UP),
                        new Outcome("Down", DOWN),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.FREE)
                                .build())
                .build();
    }

    @BeforeEach
    void open() {
        exchange.list(market());
        exchange.openAccount(ACCOUNT, Cash.ofUsd(1_000));
        exchange.openAccount(MAKER, Cash.ofUsd(100_000));
        exchange.depositSets(MAKER, MARKET, Quantity.ofShares(10_000));
        ploy = ploy(true);
        ploy.start();
        pass(1);
    }

    private Ploy ploy(boolean settles) {
        Ploy.Builder builder = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .openingCash(Cash.ofUsd(1_000))
                .risk(Roomy.settings()
                        .withLimits(Roomy.limits().toBuilder()
                                .set(Limit.PRICE_COLLAR, Price.parse("0.03"))
                                .set(Limit.PRICE_COLLAR_TICKS, 3)
                                .build()))
                .journal(journal)
                .timeline(timeline)
                .notifier(alerts::add)
                .strategy("one", new Hand("one"), Map.of())
                .strategy("two", new Hand("two"), Map.of());
        if (settles) {
            builder.settlement(exchange.settlement(ACCOUNT));
        }
        return builder.build();
    }

    @AfterEach
    void close() {
        ploy.close();
    }

    private void pass(int seconds) {
        ploy.advanceTo(timeline.now().plus(Duration.ofSeconds(seconds)));
    }

    private void maker(Side side, InstrumentId instrument, int shares, String price) {
        Quantity quantity = Quantity.ofShares(shares);
        exchange.place(
                MAKER,
                side == Side.BUY
                        ? OrderRequest.buy(instrument, quantity, Price.parse(price))
                        : OrderRequest.sell(instrument, quantity, Price.parse(price)));
        pass(1);
    }

    /** A strategy buys from the maker, who offers as much as it asks for. */
    private void buys(String strategy, InstrumentId instrument, int shares, String price) {
        maker(Side.SELL, instrument, shares, price);
        strategies.get(strategy).submit(OrderRequest.buy(instrument, Quantity.ofShares(shares), Price.parse(price)));
        pass(1);
        assertThat(held(strategy, instrument)).isGreaterThanOrEqualTo(Quantity.ofShares(shares));
    }

    private Quantity held(String strategy, InstrumentId instrument) {
        return strategies.get(strategy).position(instrument).confirmed();
    }

    private Flattening sale() {
        return ploy.operator().flattening().orElseThrow();
    }

    private String left() {
        return String.join(
                ", ", sale().left().stream().map(Flattening.Left::toString).toList());
    }

    /** Alerts have a thread of their own. */
    private List<String> ends(int count) {
        await().until(() -> ends().size() >= count);
        return ends();
    }

    private List<String> ends() {
        return alerts.stream()
                .filter(alert -> alert.code().equals("flatten.ended"))
                .map(Alert::message)
                .toList();
    }

    @Test
    void everythingIsSoldToTheBidsAndTheScopeStaysPaused() {
        buys("one", UP, 20, "0.50");
        buys("two", UP, 10, "0.50");
        maker(Side.BUY, UP, 15, "0.48");
        maker(Side.BUY, UP, 15, "0.46");

        ploy.operator().flatten(Scope.ACCOUNT, "anna", "out");
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ZERO);
        assertThat(held("two", UP)).isEqualTo(Quantity.ZERO);
        assertThat(sale().over()).isTrue();
        assertThat(sale().left()).isEmpty();
        assertThat(ends(1))
                .containsExactly(
                        "The sale of account ended: nothing is held there any more. It stays paused until a person"
                                + " resets paused.");
        assertThat(refusal()).isEqualTo("trading-state");
        assertThat(ploy.operator()
                        .reset(Scope.ACCOUNT, List.of(Cause.PAUSED), "anna", "again")
                        .keySet())
                .containsExactly(Cause.PAUSED);
        assertThat(refusal()).isEmpty();
        assertThat(decisions())
                .contains("account flatten anna: out", "account flatten ended engine: nothing is held there any more");
    }

    private String refusal() {
        Order order = strategies.get("one").submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.20")));
        return order.status() == OrderStatus.DENIED ? order.detail().split(":", 2)[0] : "";
    }

    private List<String> decisions() {
        List<String> decisions = new ArrayList<>();
        journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.OperatorDecided decided) {
                decisions.add(decided.about() + " " + decided.decision() + " " + decided.who() + ": " + decided.why());
            }
        });
        return decisions;
    }

    @Test
    void aScopeSellsNothingOfAnother() {
        buys("one", UP, 20, "0.50");
        buys("two", UP, 10, "0.50");
        maker(Side.BUY, UP, 100, "0.48");

        ploy.operator().flatten(Scope.strategy("two"), "anna", "retired");
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ofShares(20));
        assertThat(held("two", UP)).isEqualTo(Quantity.ZERO);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void itIsTriedAgainAndNeverFartherBelowTheBestBidThanTheCollar() {
        buys("one", UP, 20, "0.50");
        maker(Side.BUY, UP, 5, "0.48");
        maker(Side.BUY, UP, 50, "0.40");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(1);
        assertThat(held("one", UP)).isEqualTo(Quantity.ofShares(15));
        maker(Side.BUY, UP, 5, "0.48");
        pass(1);
        assertThat(held("one", UP)).isEqualTo(Quantity.ofShares(10));

        pass(2);
        assertThat(held("one", UP)).as("0.40 is the best bid by now").isEqualTo(Quantity.ZERO);
    }

    @Test
    void pairsAreMergedAndWhatIsOverIsSold() {
        buys("one", UP, 20, "0.50");
        buys("one", DOWN, 12, "0.45");
        maker(Side.BUY, UP, 100, "0.48");
        Cash before = ploy.portfolio().balance().settled();

        ploy.operator().flatten(ONE, "anna", "out");
        pass(5);

        assertThat(sale().left()).as(left()).isEmpty();
        assertThat(ploy.portfolio().balance().settled())
                .isEqualTo(before.plus(Cash.ofUsd(12)).plus(Cash.parse("3.84")));
    }

    @Test
    void aPairThatGrowsIsMergedAgain() {
        buys("one", UP, 20, "0.50");
        buys("one", DOWN, 20, "0.45");
        strategies.get("one").submit(OrderRequest.sell(DOWN, Quantity.ofShares(12), Price.parse("0.90")));
        pass(1);

        ploy.operator().flatten(ONE, "anna", "out");
        pass(10);

        assertThat(sale().left()).as(left()).isEmpty();
        assertThat(sale().over()).isTrue();
    }

    @Test
    void pairsThatCannotBeMergedAreKeptAndNamed() {
        ploy.close();
        journal = new InMemoryJournal();
        ploy = ploy(false);
        ploy.start();
        pass(1);
        buys("one", UP, 20, "0.50");
        buys("one", DOWN, 12, "0.45");
        maker(Side.BUY, UP, 100, "0.48");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(5);

        assertThat(sale().over()).isTrue();
        assertThat(left())
                .isEqualTo(
                        "12 shares of sim:market Down (one): a pair with its opposite, which pays 1 USD whatever happens; it was not"
                                + " merged, 12 shares of sim:market Up (one): a pair with its opposite, which pays 1 USD whatever happens; it was"
                                + " not merged");
    }

    @Test
    void whereNobodyBidsItIsOfferedBelowTheBestOffer() {
        buys("one", UP, 20, "0.50");
        maker(Side.SELL, UP, 10, "0.60");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(10);

        assertThat(ploy.openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.request().limit()).isEqualTo(Price.parse("0.59")));
        maker(Side.BUY, UP, 20, "0.59");
        pass(3);
        assertThat(sale().left()).isEmpty();
        assertThat(sale().over()).isTrue();
    }

    @Test
    void ordersOfStrategiesAreInTheWay() {
        buys("one", UP, 20, "0.50");
        strategies.get("one").submit(OrderRequest.sell(UP, Quantity.ofShares(20), Price.parse("0.90")));
        pass(1);
        maker(Side.BUY, UP, 100, "0.48");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ZERO);
    }

    /** Three shares are free at first, which is too little, and seventeen once the exit is cancelled. */
    @Test
    void whatIsTooLittleBecauseTheRestIsOnOrderIsWaitedFor() {
        buys("one", UP, 20, "0.50");
        strategies.get("one").submit(OrderRequest.sell(UP, Quantity.ofShares(17), Price.parse("0.90")));
        pass(1);
        maker(Side.BUY, UP, 100, "0.48");

        assertThat(ploy.operator().flatten(ONE, "anna", "out").over()).isFalse();
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whoLetsStrategiesTradeAgainEndsIt() {
        buys("one", UP, 20, "0.50");
        maker(Side.SELL, UP, 10, "0.60");
        ploy.operator().flatten(ONE, "anna", "out");
        pass(1);

        ploy.operator().reset(ONE, List.of(Cause.PAUSED), "bert", "keep it");
        pass(3);
        strategies.get("one").submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.20")));
        pass(3);

        assertThat(ends(1))
                .containsExactly(
                        "The sale of strategy:one ended: a person let strategies trade there again; left: 20 shares of"
                                + " sim:market Up (one): for sale at 0.59 or better.");
        assertThat(ploy.openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.request().limit()).isEqualTo(Price.parse("0.20")));
    }

    @Test
    void whatIsTooLittleForTheVenueIsLeftAtOnce() {
        buys("one", UP, 20, "0.50");
        maker(Side.BUY, UP, 17, "0.48");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(3);

        assertThat(sale().over()).isTrue();
        assertThat(left()).isEqualTo("3 shares of sim:market Up (one): less than the market's minimum of 5 shares");
        assertThat(ends(1)).singleElement().asString().contains("left: 3 shares");
    }

    @Test
    void itGivesUpAfterAMinuteAndTakesItsOffersBack() {
        buys("one", UP, 20, "0.50");
        maker(Side.SELL, UP, 10, "0.60");

        ploy.operator().flatten(ONE, "anna", "out");
        pass(61);

        assertThat(sale().over()).isTrue();
        assertThat(sale().attempt()).isEqualTo(30);
        assertThat(ends(1))
                .singleElement()
                .asString()
                .contains("30 attempts were made; left: 20 shares of sim:market Up (one): on order");
        assertThat(ploy.openOrders()).isEmpty();
    }

    @Test
    void whatTheLastAttemptSoldIsNotLeft() {
        buys("one", UP, 20, "0.50");
        ploy.operator().flatten(ONE, "anna", "out");
        pass(57);
        assertThat(sale().attempt()).isEqualTo(29);
        assertThat(left()).contains("nobody quotes a price");

        maker(Side.BUY, UP, 20, "0.59");
        assertThat(sale().attempt()).isEqualTo(30);
        pass(5);

        assertThat(ends(1))
                .containsExactly(
                        "The sale of strategy:one ended: nothing is held there any more. It stays paused until a person resets"
                                + " paused.");
    }

    @Test
    void whatIsHaltedSellsNothingBeforeTheHaltIsReset() {
        buys("one", UP, 20, "0.50");
        maker(Side.BUY, UP, 100, "0.48");
        ploy.operator().stop(ONE, Stop.HALT, "anna", "odd");

        assertThatThrownBy(() -> ploy.operator().flatten(ONE, "anna", "out"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "strategy:one is halted, so only cancels are sent. Reset the causes of the halt");
        assertThat(ploy.operator().flattening()).isEmpty();
        ploy.operator().reset(ONE, List.of(Cause.KILL_SWITCH), "anna", "sell");
        ploy.operator().flatten(ONE, "anna", "out");
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ZERO);
        assertThat(ploy.operator().causes().get(ONE)).extracting(Cause::name).contains(Cause.SECOND_STEP, Cause.PAUSED);
    }

    @Test
    void aPausedStrategyCannotEvenSellAndGoesOnAfterOneReset() {
        buys("one", UP, 20, "0.50");
        ploy.operator().stop(ONE, Stop.PAUSE, "anna", "a break");
        pass(1);
        Order own = strategies.get("one").submit(OrderRequest.sell(UP, Quantity.ofShares(20), Price.parse("0.90")));
        assertThat(own.detail()).startsWith("strategy-health: a person paused it: strategy:one paused (a break)");

        ploy.operator().reset(ONE, List.of(Cause.PAUSED), "anna", "again");

        assertThat(refusal()).isEmpty();
    }

    @Test
    void whereOnlyExitsAreAllowedStrategiesMayLeave() {
        buys("one", UP, 20, "0.50");
        ploy.operator().stop(Scope.ACCOUNT, Stop.REDUCE_ONLY, "anna", "tonight");
        pass(1);

        assertThat(refusal()).isEqualTo("trading-state");
        assertThat(strategies
                        .get("one")
                        .submit(OrderRequest.sell(UP, Quantity.ofShares(20), Price.parse("0.90")))
                        .status())
                .isNotEqualTo(OrderStatus.DENIED);
        ploy.operator().reset(Scope.ACCOUNT, List.of(Cause.REDUCE_ONLY), "anna", "over");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void nothingIsSoldBeforeTheStart() {
        ploy.close();
        journal = new InMemoryJournal();
        ploy = ploy(true);

        assertThatThrownBy(() -> ploy.operator().flatten(ONE, "anna", "out"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine does not trade yet, or not any more");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void aHaltEndsIt() {
        buys("one", UP, 20, "0.50");
        maker(Side.SELL, UP, 10, "0.60");
        ploy.operator().flatten(ONE, "anna", "out");
        ploy.killSwitch().engage("bert", "stop");
        pass(3);

        assertThat(sale().over()).isTrue();
        assertThat(ends(1)).singleElement().asString().contains("is halted, so only cancels are sent");
    }

    @Test
    void aWiderOneTakesItsPlace() {
        buys("one", UP, 20, "0.50");
        maker(Side.SELL, UP, 10, "0.60");
        ploy.operator().flatten(ONE, "anna", "out");
        pass(1);

        ploy.operator().flatten(Scope.ACCOUNT, "bert", "all out");
        maker(Side.BUY, UP, 20, "0.48");
        pass(5);

        assertThat(sale().scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(sale().over()).as("%s", sale()).isTrue();
        assertThat(sale().left()).as(left()).isEmpty();
        assertThat(ends(2)).hasSize(2).first().asString().contains("another one took its place");
    }

    @Test
    void aMarketThatTakesNoOrdersIsWaitedFor() {
        buys("one", UP, 20, "0.50");
        maker(Side.BUY, UP, 100, "0.48");
        exchange.update(market().toBuilder().status(MarketStatus.PAUSED).build());
        pass(1);

        ploy.operator().flatten(ONE, "anna", "out");
        assertThat(left()).contains("its market takes no orders");
        exchange.update(market());
        maker(Side.BUY, UP, 100, "0.48");
        pass(3);

        assertThat(held("one", UP)).isEqualTo(Quantity.ZERO);
    }

    /** Does what a test says. */
    private final class Hand implements StrategyFactory {
        private final String name;

        Hand(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return "Does what a test says";
        }

        @Override
        public Strategy create(StrategyContext context) {
            strategies.put(name, context);
            return book -> {};
        }
    }
}
