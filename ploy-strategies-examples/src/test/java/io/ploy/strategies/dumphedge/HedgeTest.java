package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.portfolio.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HedgeTest {
    @Test
    void thePairIsCompletedAtTheTarget() {
        Scene scene = Scene.begin().naked().left(120);

        scene.quote("0.44", "0.45");
        OrderRequest hedge = scene.last();

        // c1 .396492, target .02 at 120 s: all-in at most .583508, a taker's limit .566316.
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(hedge.instrument()).isEqualTo(Scene.DOWN);
        assertThat(hedge.limit()).isEqualTo(Price.parse("0.56"));
        assertThat(hedge.timeInForce()).isEqualTo(TimeInForce.FAK);
        assertThat(hedge.sharesAtLimit()).isEqualTo(Quantity.ofShares(20));
        assertThat(hedge.reason()).contains("c1 0.396492", "target 0.020000", "all-in at most 0.583508", "ask 0.56");
        assertThat(hedge.becauseOf()).isEmpty();
    }

    @Test
    void aPairThatCostsMoreThanTheTargetWaits() {
        Scene scene = Scene.begin().naked().left(120);

        scene.quote("0.43", "0.44");
        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.quote("0.45", "0.46");
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void theWorkedPairLocksItsProfit() {
        Scene scene = Scene.begin().hedged();

        Holding up = scene.trade().pair().first();
        Holding down = scene.trade().pair().second();
        assertThat(up.unitCost()).isEqualTo(0.396492);
        Near.near(1 - up.unitCost() - down.unitCost(), 0.036183, 1e-6);
        assertThat(scene.phase()).isEqualTo(Phase.MERGING);
    }

    @ParameterizedTest
    @CsvSource({"200, 0.03", "180, 0.03", "150, 0.025", "120, 0.02", "60, 0.01", "45, 0.01"})
    void theTargetFallsAlongTheRamp(double left, double target) {
        Scene scene = Scene.begin();

        Near.near(scene.strategy.settings().target((long) (left * 1e9)), target, 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        // parameter, value, whether Down at 0.56 is taken (at 120 s, for rampTo at 170 s)
        "targetBase, 0.03, true",
        "targetBase, 0.06, false",
        "targetUrgent, 0.02, true",
        "targetUrgent, 0.03, false",
        "rampFrom, 180, true",
        "rampFrom, 1000, true",
        "rampTo, 60, false",
        "rampTo, 150, true",
    })
    void targetAndRampCanBeSet(String name, String value, boolean taken) {
        Scene scene = Scene.begin(name, value).naked().left(name.equals("rampTo") ? 170 : 120);

        scene.quote("0.44", "0.45");

        assertThat(scene.sent()).isEqualTo(taken ? 2 : 1);
    }

    @Test
    void anEarlierRampStartsLowerEarlier() {
        // At 200 s the target is still .03 by default; with a ramp from 1000 s it is below.
        Scene flat = Scene.begin().naked().left(200).quote("0.44", "0.45");
        Scene early = Scene.begin("rampFrom", "1000").naked().left(200).quote("0.44", "0.45");

        assertThat(flat.sent()).isEqualTo(1);
        assertThat(early.sent()).isEqualTo(2);
    }

    @Test
    void theClockAloneCanReachTheTarget() {
        Scene scene = Scene.begin().naked().left(190).quote("0.44", "0.45");
        assertThat(scene.sent()).isEqualTo(1);

        scene.left(100);

        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void theWholeOweIsPricedNotOnlyTheBestLevel() {
        Scene scene = Scene.begin().naked().left(120);

        scene.context.fakeBook(Scene.DOWN).side(BookSide.ASKS, scene.context.now(), "0.55", "10", "0.60", "100");
        scene.strategy.onBook(scene.context.fakeBook(Scene.DOWN));
        assertThat(scene.sent()).isEqualTo(1);

        scene.context.fakeBook(Scene.DOWN).side(BookSide.ASKS, scene.context.now(), "0.55", "16", "0.57", "100");
        scene.strategy.onBook(scene.context.fakeBook(Scene.DOWN));
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.56"));
    }

    @Test
    void theHedgeIsSizedByWhatReallyFilledAndRepeatedForTheRest() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "12"));
        scene.context.kill(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.hedgeSent();
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
        ClientOrderId part = scene.context.lastOrder();
        scene.context.fill(part, "0.55", "5");
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        scene.context.kill(part);

        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(7));
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        scene.context.fill(scene.context.lastOrder(), "0.55", "7");
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void aHedgeThatIsTakenCostsWholeCents() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "12.54"));
        scene.context.kill(leg1);

        scene.hedgeSent();

        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.55"));
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.parse("12.4"));
        scene.context.fill(scene.context.lastOrder(), "0.55", "12.4");
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.impossible()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0.56, 20",
        "20.54, 0.56, 20.5",
        "20.54, 0.57, 20",
        "20.54, 0.5, 20.54",
        "20, 0.563, 20",
        "9, 0.563, 0"
    })
    void whatIsBoughtAtOnceCostsWholeCents(String owed, String limit, String bought) {
        assertThat(WindowOrders.inWholeCents(Quantity.parse(owed), Price.parse(limit)))
                .isEqualTo(Quantity.parse(bought));
    }

    @Test
    void provisionalFillsDoNotTriggerTheHedgeByDefault() {
        Scene scene = Scene.begin().crash();
        Fill fill = scene.context.fill(scene.context.lastOrder(), "0.38", "20");

        scene.hedgeSent();
        assertThat(scene.sent()).isEqualTo(1);

        scene.context.confirm(fill);
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.last().becauseOf()).isEmpty();
    }

    @Test
    void whoTrustsMatchesNamesTheFillTheHedgeRestsOn() {
        Scene scene = Scene.begin("fillTrust", "MATCHED").crash();
        Fill fill = scene.context.fill(scene.context.lastOrder(), "0.38", "20");

        scene.hedgeSent();

        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.last().becauseOf()).contains(fill.id());
    }

    @Test
    void aHedgeThatFoundNothingIsTriedAgainAfterTheCooldown() {
        Scene scene = Scene.begin().naked().hedgeSent();
        scene.context.kill(scene.context.lastOrder());
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.pass(1.5).quote("0.46", "0.47");
        assertThat(scene.sent()).isEqualTo(2);
        scene.pass(1);
        assertThat(scene.sent()).isEqualTo(3);
    }

    @Test
    void aDeniedHedgeIsTriedAgainAfterTheCooldown() {
        Scene scene = Scene.begin().naked();
        scene.context.denyIf(request -> scene.sent() == 2);
        scene.hedgeSent();
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.pass(1.5);
        assertThat(scene.sent()).isEqualTo(2);
        scene.pass(1);
        assertThat(scene.sent()).isEqualTo(3);
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void withoutFeesOrATrustedBookThereIsNoHedge() {
        Scene noFees = Scene.begin().naked();
        noFees.fees(null).hedgeSent();
        assertThat(noFees.sent()).isEqualTo(1);

        Scene suspect = Scene.begin().naked();
        suspect.context.fakeBook(Scene.DOWN).distrust(BookTrust.SUSPECT);
        suspect.hedgeSent();
        assertThat(suspect.sent()).isEqualTo(1);
    }

    @Test
    void changedFeesCountFromTheNextDecision() {
        Scene scene = Scene.begin().naked().left(120);
        scene.fees(FeeSchedule.takerRate("0.2"));

        scene.quote("0.44", "0.45");
        assertThat(scene.sent()).isEqualTo(1);

        scene.fees(FeeSchedule.takerRate("0.07"));
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void whatIsTooSmallForTheVenueIsNotHedged() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "4.99"));
        scene.context.kill(leg1);

        scene.hedgeSent();

        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void aRestingHedgeBidsTheHighestPriceThatReachesTheTarget() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING", "targetBase", "0.02").naked();

        OrderRequest hedge = scene.last();
        assertThat(hedge.instrument()).isEqualTo(Scene.DOWN);
        assertThat(hedge.isPostOnly()).isTrue();
        assertThat(hedge.timeInForce()).isEqualTo(TimeInForce.GTC);
        // 1 − .396492 − .02 = .583508, and a maker pays no fee.
        assertThat(hedge.limit()).isEqualTo(Price.parse("0.58"));
    }

    @Test
    void aRestingHedgeNeverCrosses() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING").crash();
        Fill fill = scene.context.fill(scene.context.lastOrder(), "0.38", "20");

        scene.pass(5).quote("0.46", "0.47");
        scene.context.confirm(fill);

        // The target allows 0.57, but Down is offered at 0.54.
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.53"));
    }

    @Test
    void aRestingHedgeIsRaisedAlongTheRamp() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING").naked();
        ClientOrderId resting = scene.context.lastOrder();
        scene.context.accept(resting);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.57"));

        scene.left(119);
        assertThat(scene.context.cancels()).contains(resting);
        assertThat(scene.sent()).isEqualTo(2);

        scene.context.cancelled(resting);
        assertThat(scene.sent()).isEqualTo(3);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.58"));
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void aChangedTickTakesTheRestingHedgeAway() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING").naked();
        ClientOrderId resting = scene.context.lastOrder();
        scene.context.accept(resting);

        scene.context.fakeBook(Scene.UP).tickSize(TickSize.TENTH_CENT);
        scene.context.fakeBook(Scene.DOWN).tickSize(TickSize.TENTH_CENT);
        scene.change(scene.market().toBuilder()
                .rules(scene.market().rules().withTickSize(TickSize.TENTH_CENT))
                .build());
        assertThat(scene.context.cancels()).contains(resting);
        scene.context.cancelled(resting);

        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.573"));
    }

    @Test
    void aRestingHedgeThatIsNoLongerNeededIsTakenAway() {
        Scene scene =
                Scene.begin("hedgeStyle", "RESTING", "fillTrust", "MATCHED").crash();
        Fill leg1 = scene.context.fill(scene.context.lastOrder(), "0.38", "20");
        ClientOrderId resting = scene.context.lastOrder();
        scene.context.accept(resting);
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);

        scene.context.reverse(leg1);

        assertThat(scene.context.cancels()).containsExactly(resting);
        scene.context.cancelled(resting);
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);
        assertThat(scene.context.openOrders()).isEmpty();
    }

    @Test
    void aRestingHedgeBecomesATakerAtTheEnd() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING").naked();
        ClientOrderId resting = scene.context.lastOrder();
        scene.context.accept(resting);
        scene.left(21).quote("0.40", "0.41");
        scene.context.cancels().clear();

        scene.left(20);
        assertThat(scene.context.cancels()).containsExactly(resting);
        scene.context.cancelled(resting);

        assertThat(scene.last().timeInForce()).isEqualTo(TimeInForce.FAK);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.61"));
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
    }

    @Test
    void nothingRestsAfterTheCancelLead() {
        Scene early = Scene.begin("hedgeStyle", "RESTING", "cancelLead", "40").naked();
        early.context.accept(early.context.lastOrder());
        ClientOrderId resting = early.context.lastOrder();
        early.left(41);
        early.context.cancels().clear();

        early.left(40);
        assertThat(early.context.cancels()).contains(resting);
        early.context.cancelled(resting);
        int sent = early.sent();
        early.left(21);
        assertThat(early.sent()).isEqualTo(sent);
    }

    @Test
    void aRefusedCancelIsAskedAgain() {
        Scene scene = Scene.begin("hedgeStyle", "RESTING").naked();
        ClientOrderId resting = scene.context.lastOrder();
        scene.context.accept(resting);
        scene.left(20);
        scene.context.refuseCancel(resting);
        int asked = scene.context.cancels().size();

        scene.left(18);

        assertThat(scene.context.cancels().size()).isGreaterThan(asked);
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
    }

    @Test
    void fullPairsAreMergedOnceBothSidesAreFinal() {
        Scene scene = Scene.begin().naked().hedgeSent();
        Fill second = scene.context.fill(scene.context.lastOrder(), "0.55", "20");
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
        assertThat(scene.context.merges()).isEmpty();

        scene.context.confirm(second);
        assertThat(scene.phase()).isEqualTo(Phase.MERGING);
        Operation merge = scene.context.merges().get(0);
        assertThat(merge.quantity()).isEqualTo(Quantity.ofShares(20));

        scene.context.operation(merge, Operation.Status.SUBMITTED);
        assertThat(scene.phase()).isEqualTo(Phase.MERGING);
        scene.context.operation(merge, Operation.Status.CONFIRMED);
        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        assertThat(scene.trade().pair().isHeld()).isFalse();
        assertThat(scene.trade().isPosition()).isFalse();
    }

    @Test
    void aFailedMergeWaitsForResolution() {
        Scene scene = Scene.begin().hedged();

        scene.context.operation(scene.context.merges().get(0), Operation.Status.FAILED);

        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        assertThat(scene.trade().pair().pairs()).isEqualTo(20_000_000);
        scene.resolve();
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
        assertThat(scene.context.pendingTimers()).isZero();
    }

    @Test
    void fewPairsAreNotMerged() {
        Scene scene = Scene.begin("mergeMin", "20.01").hedged();

        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
        scene.left(-1);
        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        assertThat(scene.context.merges()).isEmpty();
    }
}
