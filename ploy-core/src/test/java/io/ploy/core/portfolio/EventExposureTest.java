package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.ACCOUNT;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.fill;
import static io.ploy.core.portfolio.Given.order;
import static io.ploy.core.portfolio.Given.price;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worst case of events: the worked examples of the risk guide, with its numbers. */
class EventExposureTest {
    private static final String S = "s";

    private final Map<InstrumentId, Market> known = new HashMap<>();
    private final PortfolioLedger ledger = new PortfolioLedger(ACCOUNT, known::get);

    private Market market(String name, EventStructure structure, int number, int place) {
        return know(Given.market(name, FeeSchedule.FREE).toBuilder()
                .event(new Event(new EventId("test", "event"), "", structure, number, List.of()))
                .place(place)
                .build());
    }

    private Market know(Market market) {
        known.put(market.first().instrument(), market);
        known.put(market.second().instrument(), market);
        return market;
    }

    private Market[] four(EventStructure structure) {
        return new Market[] {
            market("a", structure, 4, 0),
            market("b", structure, 4, 0),
            market("c", structure, 4, 0),
            market("d", structure, 4, 0)
        };
    }

    private void holdYes(Market market, String quantity, String cost) {
        ledger.hold(S, market.first().instrument(), shares(quantity), usd(cost));
    }

    private void holdNo(Market market, String quantity, String cost) {
        ledger.hold(S, market.second().instrument(), shares(quantity), usd(cost));
    }

    /** 100 Yes of A, 50 No of B and 50 No of C. */
    private Market[] example2() {
        Market[] markets = four(EventStructure.EXCLUSIVE);
        holdYes(markets[0], "100", "40");
        holdNo(markets[1], "50", "35");
        holdNo(markets[2], "50", "40");
        return markets;
    }

    private void assertExposure(Market market, String usd) {
        assertThat(ledger.exposures().event(market.id())).isEqualTo(usd(usd));
        assertThat(ledger.exposures().strategy(S)).isEqualTo(usd(usd));
        assertThat(ledger.exposures().account()).isEqualTo(usd(usd));
    }

    @Test
    void example2ExclusiveMarketsHedgeEachOther() {
        assertExposure(example2()[0], "65");
    }

    @Test
    void example3AnOpenPurchaseCountsWhereItHurts() {
        Market[] markets = example2();

        ledger.reserve(
                order(1),
                S,
                OrderRequest.buy(markets[1].first().instrument(), shares("60"), price("0.25")),
                markets[1]);

        assertExposure(markets[0], "80");
    }

    @Test
    void example4AnOpenSaleCountsWhereItHurtsAndOnceConfirmedTheHoldingIsGone() {
        Market[] markets = example2();
        InstrumentId yes = markets[0].first().instrument();
        ledger.reserve(order(1), S, OrderRequest.sell(yes, shares("100"), price("0.44")), markets[0]);

        assertExposure(markets[0], "65");
        assertThat(ledger.headRoom().classify(order(1))).isEqualTo(OrderClass.REDUCING);

        Fill sold = fill(1, 1, yes, Side.SELL, "100", "0.44", "0");
        ledger.book(S, sold);
        ledger.confirm(at(sold, SettlementStatus.CONFIRMED));
        ledger.release(order(1));

        assertExposure(markets[0], "25");
    }

    @Test
    void example5NestedLevelsHedgeEachOther() {
        Market ninety = market("90", EventStructure.NESTED, 2, 0);
        Market hundred = market("100", EventStructure.NESTED, 2, 1);
        holdYes(ninety, "100", "55");
        holdNo(hundred, "100", "70");

        assertExposure(ninety, "25");
    }

    @Test
    void example7ACompleteSetOfAnExhaustiveEventCannotLose() {
        for (Market market : four(EventStructure.EXCLUSIVE_AND_EXHAUSTIVE)) {
            holdYes(market, "100", "24.157");
        }

        assertExposure(known.values().iterator().next(), "0");
    }

    @Test
    void example7bTheSameSetLosesAllWhereNoneMayWin() {
        for (Market market : four(EventStructure.EXCLUSIVE)) {
            holdYes(market, "100", "24.157");
        }

        assertExposure(known.values().iterator().next(), "96.628");
    }

    @Test
    void aSetThatIsNotCompleteLosesAllToTheOneThatIsMissing() {
        Market[] markets = four(EventStructure.EXCLUSIVE_AND_EXHAUSTIVE);
        for (Market market : List.of(markets).subList(0, 3)) {
            holdYes(market, "100", "24");
        }

        assertExposure(markets[0], "72");
    }

    @Test
    void example8NoOfEveryOutcomeCannotLose() {
        for (Market market : four(EventStructure.EXCLUSIVE)) {
            holdNo(market, "100", "74.2084");
        }

        assertExposure(known.values().iterator().next(), "0");
    }

    @Test
    void example9ADisputedMarketMayPayHalf() {
        Market[] markets = example2();
        // Half of everything loses 15, less than the 65 that are lost elsewhere.
        ledger.know(disputed(markets[0]));

        assertExposure(markets[0], "65");
    }

    /** Whichever wins pays two of them; half of everything pays one and a half. */
    @Test
    void aMarketThatIsOverdueMayPayHalfUntilItIsResolved() {
        Market[] markets = four(EventStructure.EXCLUSIVE);
        for (int i = 0; i < 3; i++) {
            holdNo(markets[i], "100", "80");
        }
        assertExposure(markets[0], "40");

        ledger.overdue(markets[1].id());
        assertExposure(markets[0], "90");
        ledger.expectPayout(markets[1], Resolution.second(markets[1].id(), Given.NOON));

        assertExposure(markets[0], "40");
    }

    @Test
    void whatWinsEitherWayMayLoseInADispute() {
        Market market = know(Given.market("alone", FeeSchedule.FREE));
        holdYes(market, "100", "60");
        assertExposure(market, "60");
        Market pairs = know(Given.market("pairs", FeeSchedule.FREE));
        holdYes(pairs, "100", "30");
        ledger.reserve(order(1), S, OrderRequest.sell(pairs.first().instrument(), shares("100"), price("0.31")), pairs);
        assertThat(ledger.exposures().event(pairs.id())).isEqualTo(usd("30"));

        ledger.know(disputed(market));
        ledger.know(disputed(pairs));

        assertThat(ledger.exposures().event(market.id())).isEqualTo(usd("60"));
        assertThat(ledger.exposures().event(pairs.id())).isEqualTo(usd("30"));
    }

    private Market disputed(Market market) {
        return know(market.toBuilder().status(MarketStatus.DISPUTED).build());
    }

    @Test
    void headRoomOfExample2() {
        Market[] markets = example2();

        assertThat(room(1, markets[0], markets[0].first().instrument(), "0.41")).isEqualTo("85.36");
        assertThat(room(2, markets[1], markets[1].second().instrument(), "0.72"))
                .isEqualTo("48.61");
        assertThat(room(3, markets[0], markets[0].second().instrument(), "0.60"))
                .isEqualTo("308.33");
    }

    private String room(long number, Market market, InstrumentId instrument, String limit) {
        ledger.reserve(order(number), S, OrderRequest.buy(instrument, shares("1000"), price(limit)), market);
        String fits = ledger.headRoom().inEvent(order(number), usd("100")).toString();
        ledger.release(order(number));
        return fits;
    }

    @Test
    void marketsOfNoStructureAddUp() {
        Market[] markets = four(EventStructure.INDEPENDENT);
        holdYes(markets[0], "100", "40");
        holdNo(markets[1], "50", "35");

        assertExposure(markets[0], "75");
        assertThat(ledger.exposures().market(markets[0].id())).isEqualTo(usd("40"));
    }

    @Test
    void marketsThatSayDifferentThingsDependOnNothing() {
        Market[] markets = example2();
        assertExposure(markets[0], "65");

        market("e", EventStructure.INDEPENDENT, 4, 0);
        holdYes(known.get(new InstrumentId("test", "e-yes")), "1", "0");

        assertExposure(markets[0], "115");
    }

    @Test
    void anEventThatIsLearntLaterNetsWhatWasHeldBefore() {
        Market a = know(Given.market("a", FeeSchedule.FREE));
        Market b = know(Given.market("b", FeeSchedule.FREE));
        holdYes(a, "100", "40");
        holdYes(b, "100", "50");
        assertThat(ledger.exposures().account()).isEqualTo(usd("90"));

        market("a", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, 2, 0);
        market("b", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, 2, 0);
        ledger.know(known.get(a.first().instrument()));
        ledger.know(known.get(b.first().instrument()));

        assertExposure(a, "0");
    }

    @Test
    void aStrategyIsNotHedgedByAnother() {
        Market[] markets = four(EventStructure.EXCLUSIVE_AND_EXHAUSTIVE);
        ledger.hold("one", markets[0].first().instrument(), shares("100"), usd("40"));
        ledger.hold("other", markets[0].second().instrument(), shares("100"), usd("50"));

        assertThat(ledger.exposures().strategy("one")).isEqualTo(usd("40"));
        assertThat(ledger.exposures().strategy("other")).isEqualTo(usd("50"));
        assertThat(ledger.exposures().account()).isEqualTo(Cash.ZERO);
    }

    @Test
    void buyingTheOtherSideOfWhatIsHeldHedges() {
        Market[] markets = example2();
        InstrumentId no = markets[0].second().instrument();
        ledger.reserve(
                order(1), S, OrderRequest.buy(markets[1].first().instrument(), shares("20"), price("0.5")), markets[1]);
        ledger.reserve(order(2), S, OrderRequest.buy(no, shares("20"), price("0.5")), markets[0]);

        // No of A pays where B or C win, which is the worst; Yes of B makes C winning worse.
        assertThat(ledger.headRoom().classify(order(1))).isEqualTo(OrderClass.INCREASING);
        assertThat(ledger.headRoom().classify(order(2))).isEqualTo(OrderClass.HEDGING);

        Market alone = know(Given.market("alone", FeeSchedule.FREE));
        holdYes(alone, "100", "60");
        ledger.reserve(order(3), S, OrderRequest.buy(alone.second().instrument(), shares("50"), price("0.3")), alone);
        assertThat(ledger.headRoom().classify(order(3))).isEqualTo(OrderClass.HEDGING);
    }
}
