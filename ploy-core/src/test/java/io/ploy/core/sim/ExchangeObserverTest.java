package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExchangeObserverTest {
    private static final VenueOrderId ASKED = new VenueOrderId("0xasked");
    private static final VenueOrderId TAKING = new VenueOrderId("0xtaking");

    private final Timeline timeline = new Timeline(START);
    private final SimulatedExchange exchange =
            new SimulatedExchange(timeline, ExchangeSettings.builder().build());
    private final List<String> seen = new ArrayList<>();

    ExchangeObserverTest() {
        exchange.observe(new Notes());
        exchange.list(market());
        exchange.openAccount(ALICE, Cash.ofUsd(1_000));
        exchange.openAccount(BOB, Cash.ofUsd(1_000));
        seen.clear();
    }

    @Test
    void anOrderUnderANameOfItsOwnIsToldWithItsBookAndItsCancel() {
        exchange.place(BOB, ASKED, buy(NO, "10", "0.45"));
        assertThat(exchange.openOrders(BOB)).containsExactly(ASKED);
        assertThatThrownBy(() -> exchange.place(BOB, ASKED, buy(NO, "10", "0.45")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0xasked");
        assertThat(exchange.cancelRefusal(ALICE, ASKED)).contains("order not found");
        assertThat(exchange.cancelRefusal(BOB, ASKED)).isEmpty();
        assertThat(exchange.cancelRefusal(BOB, ASKED)).isPresent();

        assertThat(seen)
                .containsExactly(
                        "order 0xasked RESTING 0 LIVE",
                        "book ASKS 0.55 10",
                        "order 0xasked CLOSED 0 CANCELLED",
                        "book ASKS 0.55 0");
    }

    @Test
    void aTradeIsToldPriceByPriceAndStepByStepWithoutAnybodyElseListening() {
        exchange.place(BOB, buy(NO, "10", "0.50"));
        exchange.place(BOB, buy(NO, "10", "0.49"));
        seen.clear();

        exchange.place(ALICE, TAKING, buy(YES, "15", "0.51"));
        timeline.runUntil(START.plusSeconds(60));

        assertThat(seen.stream().filter(line -> line.startsWith("trade")))
                .containsExactly(
                        "trade sim-1/0 MATCHED 10@0.5 by 0xtaking from 10@0.5",
                        "trade sim-1/1 MATCHED 5@0.51 by 0xtaking from 5@0.49",
                        "trade sim-1/0 MINED 10@0.5 by 0xtaking from 10@0.5",
                        "trade sim-1/1 MINED 5@0.51 by 0xtaking from 5@0.49",
                        "trade sim-1/0 CONFIRMED 10@0.5 by 0xtaking from 10@0.5",
                        "trade sim-1/1 CONFIRMED 5@0.51 by 0xtaking from 5@0.49");
    }

    @Test
    void aScriptDecidesBucketByBucketWhatSettles() {
        exchange.settleBy((trade, usual) -> trade.bucket() == 0
                ? plan(SettlementStatus.RETRYING, SettlementStatus.FAILED)
                : plan(SettlementStatus.MINED, SettlementStatus.CONFIRMED));
        exchange.place(BOB, buy(NO, "10", "0.50"));
        exchange.place(BOB, buy(NO, "10", "0.49"));
        Cash before = exchange.totalCollateral();

        exchange.place(ALICE, TAKING, buy(YES, "15", "0.51"));
        timeline.runUntil(START.plusSeconds(60));

        assertThat(exchange.account(ALICE).holdings()).containsOnly(Map.entry(YES, Quantity.parse("5")));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.parse("997.45"));
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.parse("997.45"));
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ofUsd(5));
        assertThat(exchange.totalCollateral()).isEqualTo(before);
    }

    @Test
    void onlyTheLastStepMovesBalances() {
        exchange.settleBy((trade, usual) -> plan(SettlementStatus.CONFIRMED, SettlementStatus.FAILED));
        trade();
        timeline.runUntil(START.plusSeconds(1));
        assertThat(seen).contains("trade sim-1/0 CONFIRMED 10@0.5 by 0xtaking from 10@0.5");
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_000));
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(995));

        timeline.runUntil(START.plusSeconds(60));
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void aPlanWithoutAnEndLeavesWhatMatchedProvisional() {
        exchange.settleBy((trade, usual) -> plan(SettlementStatus.MINED));
        trade();
        timeline.runUntil(START.plusSeconds(3_600));

        assertThat(exchange.account(ALICE).holdings()).isEmpty();
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(995));
    }

    @Test
    void theMarketsLifeIsTold() {
        exchange.publish(new ReferencePrice("BTC/USD", "test", new BigDecimal("67000.5"), START, START));
        exchange.changeTick(MARKET, TickSize.parse("0.001"));
        exchange.resolve(Resolution.first(MARKET, START));

        assertThat(seen)
                .containsExactly(
                        "price 67000.5", "tick 0.01 to 0.001", "market OPEN", "market RESOLVED", "resolved " + MARKET);
    }

    private void trade() {
        exchange.place(BOB, buy(NO, "10", "0.50"));
        exchange.place(ALICE, TAKING, buy(YES, "10", "0.50"));
    }

    private static SettlementPlan plan(SettlementStatus... statuses) {
        List<SettlementPlan.Step> steps = new ArrayList<>();
        for (int i = 0; i < statuses.length; i++) {
            steps.add(new SettlementPlan.Step(Duration.ofSeconds(i + 1L), statuses[i]));
        }
        return new SettlementPlan(steps);
    }

    private final class Notes implements ExchangeObserver {
        @Override
        public void onMarket(Market market) {
            seen.add("market " + market.status());
        }

        @Override
        public void onTickSize(Market market, TickSize before) {
            seen.add("tick " + before + " to " + market.rules().tickSize());
        }

        @Override
        public void onBook(Market market, List<LevelChange> changes) {
            seen.add("book "
                    + changes.stream()
                            .map(change -> change.side() + " " + change.price() + " " + change.size())
                            .collect(Collectors.joining(", ")));
        }

        @Override
        public void onOrder(ExchangeOrder order) {
            seen.add("order " + order.id() + " " + order.stage() + " " + order.matched() + " " + order.kind());
        }

        @Override
        public void onTrade(ExchangeTrade trade) {
            seen.add("trade " + trade.id() + "/" + trade.bucket() + " " + trade.status() + " "
                    + trade.taker().quantity() + "@" + trade.taker().price() + " by "
                    + trade.taker().order() + " from "
                    + trade.makers().stream()
                            .map(maker -> maker.quantity() + "@" + maker.price())
                            .collect(Collectors.joining(", ")));
        }

        @Override
        public void onResolved(Resolution resolution) {
            seen.add("resolved " + resolution.market());
        }

        @Override
        public void onReferencePrice(ReferencePrice price) {
            seen.add("price " + price.value());
        }
    }
}
