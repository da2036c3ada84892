package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.market;
import static io.ploy.core.sim.SimTesting.sell;
import static io.ploy.core.sim.SimTesting.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedExchangeTest {
    private final Timeline timeline = new Timeline(START);
    private SimulatedExchange exchange = exchange(ExchangeSettings.instant(), market().rules());

    private SimulatedExchange exchange(ExchangeSettings settings, TradingRules rules) {
        SimulatedExchange made = new SimulatedExchange(timeline, settings);
        made.list(market(rules));
        made.openAccount(ALICE, Cash.ofUsd(1_000));
        made.openAccount(BOB, Cash.ofUsd(1_000));
        return made;
    }

    private void settle() {
        timeline.runUntil(timeline.now().plusSeconds(60));
    }

    private Quantity shares(AccountId account, InstrumentId instrument) {
        return exchange.account(account).holdings().getOrDefault(instrument, Quantity.ZERO);
    }

    @Test
    void twoBuyersOfOppositeOutcomesMintASet() {
        exchange.place(ALICE, buy(YES, "10", "0.60"));

        Placement placed = exchange.place(BOB, buy(NO, "10", "0.45"));
        settle();

        assertThat(placed.result()).isEqualTo(Kind.MATCHED);
        assertThat(shares(ALICE, YES)).isEqualTo(Quantity.ofShares(10));
        assertThat(shares(BOB, NO)).isEqualTo(Quantity.ofShares(10));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(994));
        assertThat(exchange.account(BOB).collateral()).isEqualTo(Cash.ofUsd(996));
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ofUsd(10));
    }

    @Test
    void twoSellersOfOppositeOutcomesMergeASet() {
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(10));
        exchange.depositSets(BOB, MARKET, Quantity.ofShares(10));
        exchange.place(ALICE, sell(YES, "10", "0.60"));

        exchange.place(BOB, sell(NO, "10", "0.30"));
        settle();

        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_006));
        assertThat(exchange.account(BOB).collateral()).isEqualTo(Cash.ofUsd(1_004));
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ofUsd(10));
    }

    @Test
    void theTakerPaysTheFeeOnTopOfABuyAndOutOfTheProceedsOfASale() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.07"))
                .build();
        exchange = exchange(ExchangeSettings.instant(), rules);
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(200));
        exchange.place(ALICE, sell(YES, "100", "0.50"));
        exchange.place(ALICE, buy(YES, "100", "0.40"));

        exchange.place(BOB, buy(YES, "100", "0.50"));
        settle();
        exchange.place(BOB, sell(YES, "100", "0.40"));
        settle();

        // 1,000 − 50 − 1.75 + 40 − 1.68, and nothing taken from the maker.
        assertThat(exchange.account(BOB).collateral()).isEqualTo(Cash.parse("986.57"));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_010));
        assertThat(exchange.feesCollected()).isEqualTo(Cash.parse("3.43"));
    }

    @Test
    void feesAreRoundedAsTheSettingsSay() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.03"))
                .minimumSize(Quantity.LOT)
                .minimumTakerNotional(Cash.ZERO)
                .build();
        for (RoundingMode rounding : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
            exchange = exchange(ExchangeSettings.builder().feeRounding(rounding).build(), rules);
            exchange.depositSets(ALICE, MARKET, Quantity.ofShares(5));
            exchange.place(ALICE, sell(YES, "1.01", "0.37"));
            exchange.place(BOB, buy(YES, "1.01", "0.37"));
            settle();
            // 1.01 × 0.03 × 0.37 × 0.63 = 0.00706293
            assertThat(exchange.feesCollected().toString())
                    .isEqualTo(rounding == RoundingMode.FLOOR ? "0.00706" : "0.00707");
        }
    }

    @Test
    void whatMatchedIsOutOfReachAtOnceAndWhatComesInCountsOnlyWhenConfirmed() {
        exchange = exchange(ExchangeSettings.usual(), market().rules());
        exchange.place(ALICE, buy(YES, "10", "0.60"));
        exchange.place(BOB, buy(NO, "10", "0.40"));

        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(994));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_000));
        assertThat(exchange.place(ALICE, sell(YES, "10", "0.70")).text()).isEqualTo(VenueText.NO_BALANCE);

        settle();

        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(994));
        assertThat(exchange.place(ALICE, sell(YES, "10", "0.70")).result()).isEqualTo(Kind.LIVE);
    }

    @Test
    void aFailedTradeLeavesBalancesAsIfItHadNeverBeen() {
        ExchangeSettings failing =
                ExchangeSettings.builder().settlementFailureRate(1).build();
        exchange = exchange(failing, market().rules());
        exchange.place(ALICE, buy(YES, "10", "0.60"));
        exchange.place(BOB, buy(NO, "10", "0.40"));

        settle();

        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(1_000));
        assertThat(exchange.account(ALICE).holdings()).isEmpty();
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ZERO);
        assertThat(exchange.totalValue(ALICE)).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void ordersOutsideTheRulesAreRefusedInTheVenuesWords() {
        exchange.place(ALICE, buy(YES, "10", "0.50"));

        assertThat(exchange.place(BOB, buy(YES, "10", "0.505")).text())
                .endsWith("Price (0.505) breaks minimum tick size rule: 0.01");
        assertThat(exchange.place(BOB, buy(YES, "4.99", "0.50")).text())
                .endsWith("Size (4.99) lower than the minimum: 5");
        assertThat(exchange.place(BOB, buy(YES, "10.001", "0.50")).isAccepted()).isFalse();
        assertThat(exchange.place(BOB, buy(NO, "10", "0.50").postOnly()).text()).isEqualTo(VenueText.POST_ONLY_CROSSES);
        assertThat(exchange.place(BOB, spend(NO, "0.99", "0.50")).text())
                .isEqualTo("invalid amount for a marketable BUY order ($0.99), min size: $1");
        assertThat(exchange.place(BOB, sell(YES, "10", "0.50")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(BOB, buy(YES, "2000", "0.51")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(BOB, buy(YES, "10", "0.40").restUntil(START.plusSeconds(60)))
                        .text())
                .isEqualTo(VenueText.INVALID_EXPIRATION);
    }

    @Test
    void openOrdersCountAgainstTheBalance() {
        exchange.place(ALICE, buy(YES, "1000", "0.60"));

        Placement second = exchange.place(ALICE, buy(NO, "1000", "0.30"));
        Placement third = exchange.place(ALICE, buy(NO, "1000", "0.20"));
        Placement fourth = exchange.place(ALICE, buy(NO, "1000", "0.20"));

        assertThat(second.isAccepted()).isTrue();
        assertThat(third.text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(fourth.isAccepted()).isFalse();
        assertThat(exchange.cancelAll(ALICE)).isEqualTo(2);
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void aBuyThatCannotPayItsFeeIsRefused() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.07"))
                .build();
        exchange = exchange(ExchangeSettings.instant(), rules);
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(5_000));
        exchange.place(ALICE, sell(YES, "2000", "0.50"));

        assertThat(exchange.place(BOB, buy(YES, "2000", "0.50")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(BOB, buy(YES, "1900", "0.50")).result()).isEqualTo(Kind.MATCHED);
    }

    @Test
    void roundingNeverTakesMoreThanAnAccountHas() {
        AccountId poor = new AccountId("poor");
        exchange.openAccount(poor, Cash.parse("3.70"));
        Cash before = exchange.totalCollateral();
        exchange.place(poor, buy(YES, "10", "0.37"));

        for (int i = 0; i < 7; i++) {
            exchange.place(BOB, spend(NO, "1", "0.63"));
            settle();
        }

        assertThat(shares(poor, YES)).isEqualTo(Quantity.ofShares(10));
        assertThat(exchange.account(poor).collateral()).isEqualTo(Cash.ZERO);
        assertThat(exchange.totalCollateral()).isEqualTo(before);
    }

    @Test
    void anAllowanceBoundsWhatIsMovedAndIsUsedUp() {
        exchange.approve(ALICE, Cash.ofUsd(10), false);
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(10));
        exchange.depositSets(BOB, MARKET, Quantity.ofShares(100));
        exchange.place(BOB, sell(YES, "100", "0.50"));

        assertThat(exchange.place(ALICE, sell(YES, "10", "0.60")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(ALICE, buy(YES, "21", "0.50")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(ALICE, buy(YES, "12", "0.50")).isAccepted()).isTrue();
        settle();
        assertThat(exchange.allowance(ALICE)).contains(Cash.ofUsd(4));
        assertThat(exchange.tokensApproved(ALICE)).isFalse();
        assertThat(exchange.allowance(BOB)).isEmpty();
        assertThat(exchange.tokensApproved(BOB)).isTrue();
        assertThat(exchange.place(ALICE, buy(YES, "9", "0.50")).text()).isEqualTo(VenueText.NO_BALANCE);
        assertThat(exchange.place(ALICE, buy(YES, "8", "0.50")).isAccepted()).isTrue();
    }

    @Test
    void fillOrKillIsKilledWholeAndFillAndKillTakesWhatThereIs() {
        exchange.place(ALICE, buy(YES, "10", "0.50"));

        Placement kill = exchange.place(BOB, buy(NO, "11", "0.50").fillOrKill());
        Placement none = exchange.place(BOB, buy(NO, "11", "0.49").fillAndKill());
        Placement part = exchange.place(BOB, buy(NO, "11", "0.50").fillAndKill());

        assertThat(kill.result()).isEqualTo(Kind.KILLED);
        assertThat(kill.text()).isEqualTo(VenueText.FOK_KILLED);
        assertThat(none.text()).isEqualTo(VenueText.FAK_KILLED);
        assertThat(part.result()).isEqualTo(Kind.MATCHED);
        assertThat(part.matched()).isEqualTo(Quantity.ofShares(10));
        assertThat(part.rests()).isFalse();
        assertThat(exchange.openOrders(BOB)).isEmpty();
    }

    @Test
    void anAmountToSpendBuysMoreSharesWhenPricesAreBetter() {
        exchange.place(ALICE, buy(NO, "100", "0.80"));

        Placement placed = exchange.place(BOB, spend(YES, "3", "0.30"));

        assertThat(placed.matched()).isEqualTo(Quantity.ofShares(15));
    }

    @Test
    void aGoodTillDateOrderEndsAMarginBeforeItsDate() {
        OrderRequest order = buy(YES, "10", "0.50").restUntil(START.plusSeconds(180));
        exchange.place(ALICE, order);

        timeline.runUntil(START.plusSeconds(119));
        assertThat(exchange.openOrders(ALICE)).hasSize(1);
        timeline.runUntil(START.plusSeconds(120));

        assertThat(exchange.openOrders(ALICE)).isEmpty();
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void aDelayedOrderCannotBeCancelledAndMatchesWhatIsThereWhenTheDelayEnds() {
        TradingRules rules =
                market().rules().toBuilder().takerDelay(Duration.ofMillis(250)).build();
        exchange = exchange(ExchangeSettings.instant(), rules);
        Placement maker = exchange.place(ALICE, buy(NO, "10", "0.50"));
        Placement taker = exchange.place(BOB, buy(YES, "10", "0.55"));

        assertThat(taker.result()).isEqualTo(Kind.DELAYED);
        assertThat(exchange.cancel(BOB, taker.order())).isFalse();
        assertThat(exchange.available(BOB)).isEqualTo(Cash.parse("994.5"));
        exchange.cancel(ALICE, maker.order());
        timeline.runUntil(START.plusMillis(250));

        assertThat(exchange.openOrders(BOB)).containsExactly(taker.order());
        assertThat(exchange.quote(YES).bidOrNull()).isNotNull();
        assertThat(exchange.cancel(BOB, taker.order())).isTrue();
    }

    @Test
    void aRestingOrderIsNotDelayed() {
        TradingRules rules =
                market().rules().toBuilder().takerDelay(Duration.ofMillis(250)).build();
        exchange = exchange(ExchangeSettings.instant(), rules);

        assertThat(exchange.place(ALICE, buy(NO, "10", "0.50")).result()).isEqualTo(Kind.LIVE);
    }

    @Test
    void aCoarserTickCancelsWhatIsOffItAndGivesTheReservationBack() {
        exchange = exchange(
                ExchangeSettings.instant(),
                TradingRules.builder(TickSize.TENTH_CENT).fees(FeeSchedule.FREE).build());
        exchange.place(ALICE, buy(YES, "10", "0.505"));
        exchange.place(ALICE, buy(YES, "10", "0.50"));

        exchange.changeTick(MARKET, TickSize.CENT);

        assertThat(exchange.openOrders(ALICE)).hasSize(1);
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(995));
        assertThat(exchange.directory().market(MARKET).orElseThrow().rules().epoch())
                .isEqualTo(1);
        assertThat(exchange.place(ALICE, buy(YES, "10", "0.505")).isAccepted()).isFalse();
    }

    @Test
    void ordersOffTheTickStayWhereTheSettingsSaySo() {
        exchange = exchange(
                ExchangeSettings.builder().keepOrdersOffTick(true).build(),
                TradingRules.builder(TickSize.TENTH_CENT).fees(FeeSchedule.FREE).build());
        exchange.place(ALICE, buy(YES, "10", "0.505"));

        exchange.changeTick(MARKET, TickSize.CENT);

        assertThat(exchange.place(BOB, buy(NO, "10", "0.50")).matched()).isEqualTo(Quantity.ofShares(10));
        settle();
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.parse("994.95"));
    }

    @Test
    void aPausedMarketKeepsItsOrdersAndAClosedOneLosesThem() {
        exchange.place(ALICE, buy(YES, "10", "0.50"));

        exchange.update(market().toBuilder().status(MarketStatus.PAUSED).build());
        Placement paused = exchange.place(BOB, buy(YES, "10", "0.50"));
        int kept = exchange.openOrders(ALICE).size();
        exchange.update(market().toBuilder().status(MarketStatus.CLOSED).build());

        assertThat(paused.text()).isEqualTo(VenueText.NOT_READY);
        assertThat(kept).isEqualTo(1);
        assertThat(exchange.openOrders(ALICE)).isEmpty();
        assertThat(exchange.available(ALICE)).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void winnersRedeemOneAndLosersNothing() {
        exchange.place(ALICE, buy(YES, "10", "0.60"));
        exchange.place(BOB, buy(NO, "10", "0.40"));
        settle();

        boolean early = exchange.operate(ALICE, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
        exchange.resolve(Resolution.first(MARKET, timeline.now()));
        Cash valueBefore = exchange.totalValue(ALICE);
        boolean redeemed = exchange.operate(ALICE, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
        exchange.operate(BOB, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
        boolean again = exchange.operate(ALICE, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);

        assertThat(early).isFalse();
        assertThat(redeemed).isTrue();
        assertThat(again).isFalse();
        assertThat(valueBefore).isEqualTo(Cash.ofUsd(1_004));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_004));
        assertThat(exchange.account(BOB).collateral()).isEqualTo(Cash.ofUsd(996));
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ZERO);
    }

    @Test
    void oneOutcomeIsRedeemedAlone() {
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(10));
        exchange.resolve(Resolution.first(MARKET, timeline.now()));

        assertThat(exchange.redeem(ALICE, MARKET, NO, Quantity.ofShares(4))).isTrue();
        assertThat(shares(ALICE, NO)).isEqualTo(Quantity.ofShares(6));
        assertThat(shares(ALICE, YES)).isEqualTo(Quantity.ofShares(10));
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_000));
        assertThat(exchange.redeem(ALICE, MARKET, YES, Quantity.ZERO)).isTrue();
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_010));
        assertThat(exchange.redeem(ALICE, MARKET, YES, Quantity.ZERO)).isFalse();
    }

    @Test
    void anAllowanceDoesNotBindSplits() {
        exchange.approve(ALICE, Cash.ofUsd(10), true);

        assertThat(exchange.operate(ALICE, Operation.Kind.SPLIT, MARKET, Quantity.ofShares(11)))
                .isTrue();
    }

    @Test
    void aVoidMarketPaysHalfForEither() {
        exchange.place(ALICE, buy(YES, "10", "0.60"));
        exchange.place(BOB, buy(NO, "10", "0.40"));
        settle();

        exchange.resolve(Resolution.fiftyFifty(MARKET, timeline.now()));
        exchange.operate(ALICE, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
        exchange.operate(BOB, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);

        assertThat(exchange.directory().market(MARKET).orElseThrow().status()).isEqualTo(MarketStatus.VOID);
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(999));
        assertThat(exchange.account(BOB).collateral()).isEqualTo(Cash.ofUsd(1_001));
    }

    @Test
    void splitAndMergeMoveCollateralAndSets() {
        boolean split = exchange.operate(ALICE, Operation.Kind.SPLIT, MARKET, Quantity.ofShares(100));
        boolean tooMany = exchange.operate(ALICE, Operation.Kind.MERGE, MARKET, Quantity.ofShares(101));
        boolean merged = exchange.operate(ALICE, Operation.Kind.MERGE, MARKET, Quantity.ofShares(40));

        assertThat(split).isTrue();
        assertThat(tooMany).isFalse();
        assertThat(merged).isTrue();
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(940));
        assertThat(shares(ALICE, NO)).isEqualTo(Quantity.ofShares(60));
        assertThat(exchange.locked(MARKET)).isEqualTo(Cash.ofUsd(60));
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> exchange.list(market())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        exchange.list(market(TradingRules.builder(TickSize.CENT).build())))
                .hasMessageContaining("schedule");
        assertThatThrownBy(() -> exchange.openAccount(ALICE, Cash.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exchange.account(new AccountId("nobody")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(exchange.place(ALICE, buy(new InstrumentId("sim", "x"), "10", "0.5"))
                        .text())
                .isEqualTo(VenueText.NO_BOOK);
    }

    @Test
    void aReenactedOrderIsAsSmallAndAsFastAsItWas() {
        TradingRules rules =
                market().rules().toBuilder().takerDelay(Duration.ofSeconds(3)).build();
        exchange = exchange(ExchangeSettings.instant(), rules);

        Placement rested = exchange.reenact(ALICE, new VenueOrderId("rested"), buy(YES, "0.5", "0.60"));
        Placement taken = exchange.reenact(BOB, new VenueOrderId("taken"), buy(NO, "0.123456", "0.45"));

        assertThat(rested.rests()).isTrue();
        assertThat(taken.result()).isEqualTo(Kind.MATCHED);
        assertThat(taken.matched()).isEqualTo(Quantity.parse("0.123456"));
    }

    @Test
    void aReenactedOrderStillNeedsATickMoneyAndAnOpenMarket() {
        VenueOrderId id = new VenueOrderId("reenacted");

        assertThat(exchange.reenact(ALICE, id, buy(YES, "10", "0.605")).text()).contains("minimum tick size");
        assertThat(exchange.reenact(ALICE, id, buy(YES, "10000", "0.60")).isAccepted())
                .isFalse();
        exchange.update(market().toBuilder().status(MarketStatus.PAUSED).build());
        assertThat(exchange.reenact(ALICE, id, buy(YES, "10", "0.60")).isAccepted())
                .isFalse();
    }

    @Test
    void aReenactedOrderTakesNoNameThatIsOpen() {
        VenueOrderId id = new VenueOrderId("reenacted");
        exchange.reenact(ALICE, id, buy(YES, "10", "0.60"));

        assertThatThrownBy(() -> exchange.reenact(ALICE, id, buy(YES, "10", "0.60")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reenacted");
    }
}
