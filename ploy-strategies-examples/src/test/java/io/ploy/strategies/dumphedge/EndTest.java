package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndTest {
    private static final FeeSchedule SEVEN = FeeSchedule.takerRate("0.07");
    private static final double C1 = 0.396492;

    @Test
    void theWorkedHedgeLimitAllowsTheLoss() {
        Near.near(new EndRule(EndPolicy.BEST_OF, 0.03).hedgeLimit(SEVEN, C1), 0.616966, 5e-7);
    }

    @ParameterizedTest
    @CsvSource({
        // policy, Down ask, Up bid, may sell, choice
        "BEST_OF, 600000, 400000, true, HEDGE",
        "BEST_OF, 610000, 400000, true, SELL",
        "BEST_OF, 610000, 400000, false, HEDGE",
        "BEST_OF, 620000, 380000, true, HOLD",
        "BEST_OF, -1, 400000, true, SELL",
        "BEST_OF, 600000, -1, true, HEDGE",
        "BEST_OF, -1, -1, true, HOLD",
        "BEST_OF, 620000, 390000, true, SELL",
        "HEDGE, 610000, 400000, true, HEDGE",
        "HEDGE, 620000, 400000, true, HOLD",
        "HEDGE, -1, 400000, true, HOLD",
        "SELL, 500000, 400000, true, SELL",
        "SELL, 500000, 380000, true, HOLD",
        "SELL, 500000, 400000, false, HOLD",
        "HOLD, 500000, 600000, true, HOLD",
    })
    void theBestOfWhatIsAllowedIsChosen(
            EndPolicy policy, long otherAsk, long ownBid, boolean maySell, EndRule.Choice expected) {
        assertThat(OrderBook.NONE).isEqualTo(-1);

        assertThat(new EndRule(policy, 0.03).choose(SEVEN, C1, otherAsk, ownBid, maySell))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, HOLD", "0.013, HOLD", "0.014, HEDGE", "1, HEDGE"})
    void theAllowedLossDecides(double maxLoss, EndRule.Choice expected) {
        assertThat(new EndRule(EndPolicy.BEST_OF, maxLoss).choose(SEVEN, C1, 600_000, 400_000, true))
                .isEqualTo(expected);
    }

    private static Scene atEnd(String upBid, String upAsk, String... parameters) {
        return Scene.begin(parameters).naked().left(20.5).quote(upBid, upAsk).left(20);
    }

    @Test
    void atTheEndThePairIsCompletedAtALossThatIsAllowed() {
        Scene scene = atEnd("0.40", "0.41");

        OrderRequest hedge = scene.last();
        assertThat(hedge.instrument()).isEqualTo(Scene.DOWN);
        assertThat(hedge.side()).isEqualTo(Side.BUY);
        assertThat(hedge.timeInForce()).isEqualTo(TimeInForce.FAK);
        assertThat(hedge.limit()).isEqualTo(Price.parse("0.61"));
        assertThat(hedge.reason()).contains("HEDGE at the end", "c1 0.396492", "other ask 0.6", "own bid 0.4");
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
    }

    @Test
    void whatCannotBeHedgedIsSold() {
        Scene scene = atEnd("0.40", "0.41", "endPolicy", "SELL");

        OrderRequest sale = scene.last();
        assertThat(sale.instrument()).isEqualTo(Scene.UP);
        assertThat(sale.side()).isEqualTo(Side.SELL);
        assertThat(sale.isReduceOnly()).isTrue();
        assertThat(sale.timeInForce()).isEqualTo(TimeInForce.FAK);
        // net(b) = .396492 − .03 → b = .3833…, a seller rounds up.
        assertThat(sale.limit()).isEqualTo(Price.parse("0.39"));
        assertThat(sale.sharesAtLimit()).isEqualTo(Quantity.ofShares(20));
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
    }

    @Test
    void whatCanNeitherBeHedgedNorSoldIsHeld() {
        Scene scene = atEnd("0.37", "0.38");

        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        scene.left(-0.1);
        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
    }

    @Test
    void theLossThatIsAllowedCanBeSet() {
        assertThat(atEnd("0.37", "0.38", "maxPairLoss", "0.05").sent()).isEqualTo(2);
        assertThat(atEnd("0.40", "0.41", "maxPairLoss", "0.01").sent()).isEqualTo(1);
    }

    @Test
    void theTimeOfTheEndCanBeSet() {
        Scene scene = Scene.begin("forceAt", "40").naked().left(41).quote("0.40", "0.41");
        assertThat(scene.sent()).isEqualTo(1);

        assertThat(scene.left(40).sent()).isEqualTo(2);
    }

    @Test
    void holdingDoesNothing() {
        assertThat(atEnd("0.60", "0.61", "endPolicy", "HOLD", "targetBase", "0.5", "targetUrgent", "0.5")
                        .sent())
                .isEqualTo(1);
    }

    @Test
    void onlySellableSharesAreSold() {
        Scene scene = Scene.begin("endPolicy", "SELL").crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "12"));
        scene.context.fill(leg1, "0.38", "8");

        scene.left(20.5).quote("0.40", "0.41").left(20);

        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
    }

    @Test
    void aSaleThatFoundNothingIsRepeatedEachSecond() {
        Scene scene = atEnd("0.40", "0.41", "endPolicy", "SELL");
        scene.context.kill(scene.context.lastOrder());
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.sent()).isEqualTo(2);

        scene.left(19.1);
        assertThat(scene.sent()).isEqualTo(2);
        scene.left(19);
        assertThat(scene.sent()).isEqualTo(3);
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void aSaleRepeatsForTheRestUntilFlat() {
        Scene scene = atEnd("0.40", "0.41", "endPolicy", "SELL");
        scene.context.fill(scene.context.lastOrder(), "0.40", "12");
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
        scene.context.kill(scene.context.lastOrder());
        scene.left(18.9);

        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(8));
        scene.context.fill(scene.context.lastOrder(), "0.40", "8");
        assertThat(scene.phase()).isEqualTo(Phase.DONE);
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void aRefusedSaleIsNotRepeated() {
        Scene rejected = atEnd("0.40", "0.41", "endPolicy", "SELL");
        rejected.context.reject(rejected.context.lastOrder());
        rejected.left(15);
        assertThat(rejected.sent()).isEqualTo(2);

        Scene denied = Scene.begin("endPolicy", "SELL").naked().left(20.5).quote("0.40", "0.41");
        denied.context.denyIf(request -> true);
        denied.left(15);
        assertThat(denied.sent()).isEqualTo(2);
        assertThat(denied.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void aDeniedHedgeIsReplacedByASale() {
        Scene scene = Scene.begin().naked().left(20.5).quote("0.40", "0.41");
        scene.context.denyIf(request -> request.side() == Side.BUY);

        scene.left(20);

        assertThat(scene.last().side()).isEqualTo(Side.SELL);
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
    }

    @Test
    void anUntrustedBookIsNotPricedFromAtTheEnd() {
        Scene scene = Scene.begin().naked().left(20.5).quote("0.40", "0.41");
        scene.context.fakeBook(Scene.UP).distrust(BookTrust.STALE);
        scene.context.fakeBook(Scene.DOWN).distrust(BookTrust.STALE);

        scene.left(15);
        assertThat(scene.sent()).isEqualTo(1);
    }

    @Test
    void aSideWithoutAsksOrBidsIsHeld() {
        Scene scene = Scene.begin().naked().left(20.5).quote("0.40", "0.41");
        scene.context.fakeBook(Scene.UP).side(BookSide.BIDS, scene.context.now());
        scene.context.fakeBook(Scene.DOWN).side(BookSide.ASKS, scene.context.now());

        scene.left(15);
        assertThat(scene.sent()).isEqualTo(1);
    }

    @Test
    void aWindowWithoutATradeEndsQuietly() {
        Scene scene = Scene.begin();

        scene.left(20);
        assertThat(scene.phase()).isEqualTo(Phase.DONE);
        scene.left(-1);
        assertThat(scene.sent()).isZero();
        assertThat(scene.context.pendingTimers()).isZero();
        scene.resolve();
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
    }

    @Test
    void aFillAfterTheEndIsHeldToResolution() {
        Scene scene = Scene.begin("entryWindow", "300", "minTimeToEnd", "20", "forceAt", "10")
                .left(25)
                .quote("0.51", "0.52");
        scene.crash().left(-1);
        assertThat(scene.phase()).isEqualTo(Phase.DONE);

        scene.context.fill(scene.context.lastOrder(), "0.38", "20");

        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        assertThat(scene.trade().pair().first().economic()).isEqualTo(20_000_000);
        assertThat(scene.sent()).isEqualTo(1);
        scene.resolve();
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
    }
}
