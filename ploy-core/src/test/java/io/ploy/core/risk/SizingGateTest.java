package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Belief;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.DomainShare;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.sizing.DrawdownScaled;
import io.ploy.core.sizing.ExclusiveKelly;
import io.ploy.core.sizing.FixedNotional;
import io.ploy.core.sizing.FixedShares;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.core.sizing.FundSlots;
import io.ploy.core.sizing.PercentOfEquity;
import io.ploy.core.sizing.SizingPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the policies of operators become sizes: what each is told, and where it stops. */
class SizingGateTest {
    private final GateRoom room = new GateRoom();

    private GateRoom sizing(SizingPolicy policy) {
        return room.with(settings -> settings.withSizing(Map.of(GateRoom.S, policy)));
    }

    private OrderRequest open(String limit) {
        return OrderRequest.buySized(room.yes, Price.parse(limit));
    }

    private static OrderRequest buy(Market market, String quantity, String limit) {
        return OrderRequest.buy(market.first().instrument(), Quantity.parse(quantity), Price.parse(limit));
    }

    @Test
    void anOrderIsAsLargeAsItAsksForWhereNobodySizes() {
        room.passes(room.buy("10000", "0.40"));
    }

    @Test
    void aSizeLeftOpenWithoutAPolicyIsRefused() {
        assertThat(room.refuses(open("0.40"), "sizing", RiskReason.SIZING_INPUT_MISSING))
                .isEqualTo("the size is left open, and the strategy has no policy");
    }

    @Test
    void anOpenSizeThatAnotherGateBoundedIsStillNobodysDecision() {
        room.set(Limit.MAX_DEPTH_SHARE, 0.5);

        room.refuses(open("0.60").fillAndKill(), "sizing", RiskReason.SIZING_INPUT_MISSING);
    }

    @Test
    void aPolicyIsForItsOwnStrategyOnly() {
        sizing(new FixedShares(Quantity.ofShares(20)));
        room.strategy = "another";

        room.passes(room.buy("21", "0.40"));
        room.refuses(open("0.40"), "sizing", RiskReason.SIZING_INPUT_MISSING);
    }

    @Test
    void aPurchaseIsNoLargerThanThePolicySays() {
        sizing(new FixedShares(Quantity.ofShares(20)));

        room.passes(room.buy("20", "0.40"));
        room.passes(room.buy("7", "0.40"));
        room.shrinks(room.buy("20.01", "0.40"), "20", "sizing", RiskReason.SIZED);
        room.shrinks(open("0.40"), "20", "sizing", RiskReason.SIZED);
    }

    @Test
    void anAmountToSpendIsSizedInCents() {
        sizing(new FixedShares(Quantity.ofShares(20)));
        OrderRequest spend = OrderRequest.spend(room.yes, Cash.parse("8"), Price.parse("0.40"));

        room.passes(spend);
        room.shrinks(
                OrderRequest.spend(room.yes, Cash.parse("8.01"), Price.parse("0.40")),
                "20",
                "sizing",
                RiskReason.SIZED);
    }

    @Test
    void whatIsSoldIsNotSized() {
        sizing(FractionalKelly.DEFAULT);
        room.hold(room.yes, "30", "9");

        room.passes(room.sell("30", "0.40"));
    }

    @Test
    void anOpenSizeIsOneThatWasSizedOnceItIsGranted() {
        sizing(new FixedShares(Quantity.ofShares(20)));

        RiskAudit audit = room.ask(open("0.40"));

        assertThat(RiskPipeline.granted(audit)).isEqualTo(open("0.40").withQuantity(Quantity.ofShares(20)));
    }

    @Test
    void theFeeCounts() {
        Market fees = room.world.add("fees", FeeSchedule.takerRate("0.07"));
        sizing(new FixedNotional(Cash.ofUsd(10)));

        room.shrinks(buy(fees, "20", "0.50"), "19.32", "sizing", RiskReason.SIZED);
        room.passes(buy(fees, "20", "0.50").postOnly());
    }

    @Test
    void aPartOfEquity() {
        sizing(new PercentOfEquity(Fraction.percent(2)));
        room.world.equity = Cash.ofUsd(2_500);

        room.shrinks(room.buy("101", "0.50"), "100", "sizing", RiskReason.SIZED);
        room.world.equity = Cash.ofUsd(-1);
        room.refuses(room.buy("101", "0.50"), "sizing", RiskReason.SIZING_ZERO);
    }

    @Test
    void kellyStakesWhatIsAllocatedAndWhatWasMadeOfIt() {
        Market fees = room.world.add("fees", FeeSchedule.takerRate("0.07"));
        room.with(settings -> settings.withSizing(Map.of(GateRoom.S, FractionalKelly.DEFAULT))
                .withAllocation(new AllocationPlan(
                        Fraction.percent(0), false, List.of(DomainShare.of("other", Fraction.percent(10))))));
        room.world.equity = Cash.ofUsd(10_000);
        OrderRequest order = buy(fees, "1000", "0.50").believing(Belief.of(0.60));

        // The worked example: a bankroll of 1,000.
        room.shrinks(order, "82.6", "sizing", RiskReason.SIZED);
        room.world.profit = Cash.ofUsd(-500).micros();
        room.shrinks(order, "41.3", "sizing", RiskReason.SIZED);
        room.world.profit = Cash.ofUsd(-1_000).micros();
        room.refuses(order, "sizing", RiskReason.SIZING_ZERO);
        room.world.profit = RiskWorld.UNKNOWN;
        assertThat(room.refuses(order, "sizing", RiskReason.SIZING_INPUT_MISSING))
                .contains("no usable bankroll");
    }

    @Test
    void whoDoesNotSayWhatItBelievesGetsNothingByEdge() {
        sizing(FractionalKelly.DEFAULT);
        room.world.equity = Cash.ofUsd(1_000);

        assertThat(room.refuses(room.buy("10", "0.50"), "sizing", RiskReason.SIZING_INPUT_MISSING))
                .contains("no usable probability");
        room.refuses(room.buy("10", "0.50").believing(Belief.of(0.50)), "sizing", RiskReason.SIZING_ZERO);
        room.passes(room.buy("10", "0.50").believing(Belief.of(0.60)));
    }

    @Test
    void everyFigureIsInTheDecision() {
        sizing(FractionalKelly.DEFAULT);
        room.world.equity = Cash.ofUsd(1_000);

        RiskAudit audit = room.ask(room.buy("1000", "0.50")
                .believing(Belief.of(Price.parse("0.60")).withConfidence(0.5)));

        assertThat(audit.verdicts()).hasSize(1);
        assertThat(audit.verdicts().get(0).detail())
                .contains("FRACTIONAL_KELLY 25 %", "probability 0.6", "confidence 0.5", "bankroll 1000", "price 0.5")
                .endsWith(": 50 of 1000 shares");
    }

    @Test
    void slotsAreMarketsAndWhatTheyUseComesOffTheirPart() {
        sizing(new FundSlots(2, Fraction.percent(20), Cash.ofUsd(10_000)));
        Market other = room.world.add("other", FeeSchedule.FREE);

        // 10,000 less a fifth, in two.
        room.shrinks(room.buy("9000", "0.50"), "8000", "sizing", RiskReason.SIZED);
        room.stays(room.buy("2000", "0.50"));
        room.shrinks(room.buy("9000", "0.50"), "6000", "sizing", RiskReason.SIZED);
        room.shrinks(buy(other, "9000", "0.50"), "8000", "sizing", RiskReason.SIZED);
        room.stays(buy(other, "10", "0.50"));
        room.refuses(buy(room.world.add("third", FeeSchedule.FREE), "10", "0.50"), "sizing", RiskReason.SIZING_ZERO);
    }

    @Test
    void theFurtherDownTheLess() {
        room.set(Limit.MAX_STRATEGY_DRAWDOWN, Cash.ofUsd(50));
        RiskLimits limits = room.pipeline.limits();
        room.with(settings -> settings.withLimits(limits)
                .withSizing(Map.of(GateRoom.S, new DrawdownScaled(new FixedShares(Quantity.ofShares(20))))));

        room.world.drawdown = Cash.parse("12.50").micros();
        room.shrinks(room.buy("20", "0.40"), "15", "sizing", RiskReason.SIZED);
        room.world.drawdown = Cash.ofUsd(50).micros();
        room.refuses(room.buy("20", "0.40"), "sizing", RiskReason.SIZING_ZERO);
        room.world.drawdown = RiskWorld.UNKNOWN;
        room.refuses(room.buy("20", "0.40"), "sizing", RiskReason.SIZING_INPUT_MISSING);
    }

    @Test
    void exclusiveOutcomesAreSizedTogether() {
        room.with(settings -> settings.withSizing(
                        Map.of(GateRoom.S, new ExclusiveKelly(Fraction.percent(25), Fraction.percent(10), true)))
                .withAllocation(AllocationPlan.UNDIVIDED));
        room.world.equity = Cash.ofUsd(1_000);
        Market a = outcome("a", "0.44");
        Market b = outcome("b", "0.27");
        Market c = outcome("c", "0.19");
        OrderRequest order = buy(a, "1000", "0.44")
                .believing(
                        Belief.of(0.50).withOther(yes(b), Price.parse("0.30")).withOther(yes(c), Price.parse("0.15")));

        // 51.11 USD at 0.449856, less what is held of it.
        room.shrinks(order, "113.61", "sizing", RiskReason.SIZED);
        room.stays(order.withQuantity(Quantity.ofShares(100)));
        room.shrinks(order, "13.61", "sizing", RiskReason.SIZED);
        // The event has 100 USD in all: 44.9856 are used, and 50 more by another outcome.
        room.hold(yes(c), "100", "50");
        room.shrinks(order, "11.14", "sizing", RiskReason.SIZED);
    }

    private Market outcome(String name, String ask) {
        Market market = room.world.add(name, FeeSchedule.takerRate("0.04")).toBuilder()
                .event(new Event(new EventId("test", "match"), "", EventStructure.EXCLUSIVE, 4, List.of("sports")))
                .build();
        room.world.put(market);
        room.world.quote(yes(market), "0.01", ask);
        return market;
    }

    private static InstrumentId yes(Market market) {
        return market.first().instrument();
    }

    @Test
    void outcomesThatDoNotExcludeEachOtherAreNotSizedTogether() {
        sizing(ExclusiveKelly.DEFAULT);
        room.world.equity = Cash.ofUsd(1_000);

        assertThat(room.refuses(
                        room.buy("10", "0.40").believing(Belief.of(0.50)), "sizing", RiskReason.SIZING_INPUT_MISSING))
                .contains("no usable other outcomes");
    }

    @Test
    void sizingComesBeforeTheCapsAndTheCapsStillHold() {
        sizing(new FixedShares(Quantity.ofShares(20)));
        RiskLimits limits = RiskLimits.builder()
                .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(4))
                .set(Limit.CASH_FLOOR, Cash.ZERO)
                .build();
        room.pipeline.use(limits);

        RiskAudit audit = room.ask(open("0.40"));

        assertThat(audit.granted()).isEqualTo(Quantity.ofShares(10));
        assertThat(audit.verdicts()).extracting(RiskAudit.Verdict::rule).containsExactly("sizing", "max-order");
    }
}
