package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderLifecycle;
import org.junit.jupiter.api.Test;

class DoubtAndReversalTest {
    @Test
    void anEntryOfUnknownOutcomeFreezesTheWindow() {
        Scene scene = Scene.begin("lookback", "30").crash();
        ClientOrderId leg1 = scene.context.lastOrder();

        scene.context.doubt(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);
        scene.pass(3).quote("0.36", "0.37").hedgeSent();
        assertThat(scene.sent()).isEqualTo(1);

        scene.context.close(leg1, OrderLifecycle.CANCELLED, CloseReason.NOT_FOUND);
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);
    }

    @Test
    void doubtResolvedToAFillIsHedged() {
        Scene scene = Scene.begin().crash();
        scene.context.doubt(scene.context.lastOrder());
        scene.hedgeSent();

        scene.context.confirm(scene.context.fill(scene.context.lastOrder(), "0.38", "20"));

        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
    }

    @Test
    void inDoubtAboutTheRestOfLegOneWhatIsHeldMayBeHedged() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "12"));
        scene.context.doubt(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);

        scene.hedgeSent();

        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);
        // The leg in doubt after a fill is a case the table calls impossible; it is told, and handled.
        assertThat(scene.strategy.impossibleCells().of(Phase.NAKED, Happening.UNKNOWN))
                .isEqualTo(1);
    }

    @Test
    void aHedgeOfUnknownOutcomeIsNotSentAgain() {
        Scene scene = Scene.begin().naked().hedgeSent();
        ClientOrderId hedge = scene.context.lastOrder();
        scene.context.doubt(hedge);
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);

        scene.pass(5).quote("0.46", "0.47").left(20).left(15);
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.context.recordingLogger().lines())
                .filteredOn(line -> line.startsWith("error"))
                .hasSize(1);

        scene.context.fill(hedge, "0.55", "20");
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
    }

    @Test
    void aHedgeInDoubtForAPartLeavesTheRestToBeHedged() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.confirm(scene.context.fill(leg1, "0.38", "12"));
        scene.hedgeSent();
        scene.context.doubt(scene.context.lastOrder());

        scene.context.confirm(scene.context.fill(leg1, "0.38", "8"));

        // 12 may be on their way; only the 8 that came later are safe to hedge.
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(8));
    }

    @Test
    void doubtAtTheEndOfTheWindowSettles() {
        Scene scene = Scene.begin().naked().hedgeSent();
        scene.context.doubt(scene.context.lastOrder());

        scene.left(-1);
        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        scene.context.fill(scene.context.lastOrder(), "0.55", "20");
        assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        assertThat(scene.trade().pair().pairs()).isEqualTo(20_000_000);
    }

    @Test
    void aReversedEntryLeavesNothingToHedge() {
        Scene scene = Scene.begin().crash();
        Fill fill = scene.context.fill(scene.context.lastOrder(), "0.38", "20");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.context.reverse(fill);

        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);
        scene.hedgeSent();
        assertThat(scene.sent()).isEqualTo(1);
    }

    @Test
    void aPartlyReversedEntryIsHedgedForTheRest() {
        Scene scene = Scene.begin("fillTrust", "MATCHED").crash();
        Fill first = scene.context.fill(scene.context.lastOrder(), "0.38", "8");
        scene.context.fill(scene.context.lastOrder(), "0.38", "12");

        scene.context.reverse(first);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);

        scene.hedgeSent();
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
    }

    @Test
    void whenLegOneFailsTheHedgeBecomesTheNakedLegAndIsHedgedBack() {
        Scene scene = Scene.begin("fillTrust", "MATCHED").crash();
        Fill leg1 = scene.context.fill(scene.context.lastOrder(), "0.38", "20");
        scene.hedgeSent();
        scene.context.confirm(scene.context.fill(scene.context.lastOrder(), "0.55", "20"));
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);

        scene.context.reverse(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.DOWN);

        // Down cost .567325 with its fee: Up is bought back at 1 − .567325 − .03 all-in, that is .3856.
        scene.quote("0.37", "0.38");
        assertThat(scene.last().instrument()).isEqualTo(Scene.UP);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.38"));
    }

    @Test
    void whenLegOneFailsTheHedgeIsSoldAtTheEnd() {
        Scene scene = Scene.begin("fillTrust", "MATCHED", "endPolicy", "SELL").crash();
        ClientOrderId entry = scene.context.lastOrder();
        scene.context.fill(entry, "0.38", "12");
        scene.context.kill(entry);
        scene.hedgeSent();
        scene.context.confirm(scene.context.fill(scene.context.lastOrder(), "0.55", "7"));
        scene.context.kill(scene.context.lastOrder());
        scene.context.confirm(scene.context.fill(scene.context.lastOrder(), "0.55", "5"));
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);

        scene.context.reverse(scene.context.fillsOf(entry).get(0));
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        scene.left(20.5).quote("0.43", "0.44").left(20);

        assertThat(scene.last().side()).isEqualTo(Side.SELL);
        assertThat(scene.last().instrument()).isEqualTo(Scene.DOWN);
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
        scene.context.fill(scene.context.lastOrder(), "0.55", "12");
        assertThat(scene.phase()).isEqualTo(Phase.DONE);
        assertThat(scene.impossible()).isZero();
    }

    @Test
    void aReversedHedgeLeavesLegOneNaked() {
        Scene scene = Scene.begin().naked().hedgeSent();
        Fill hedge = scene.context.fill(scene.context.lastOrder(), "0.55", "20");
        scene.quote("0.40", "0.41");

        scene.context.reverse(hedge);

        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.UP);
    }

    @Test
    void aReversedSaleIsHeldAgain() {
        Scene scene = Scene.begin("endPolicy", "SELL")
                .naked()
                .left(20.5)
                .quote("0.40", "0.41")
                .left(20);
        Fill sale = scene.context.fill(scene.context.lastOrder(), "0.40", "8");
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);

        scene.context.reverse(sale);

        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().first().economic()).isEqualTo(20_000_000);
    }

    @Test
    void aLateEntryFillIsHedged() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.kill(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);

        scene.context.confirm(scene.context.fill(leg1, "0.38", "20"));

        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.strategy.impossibleCells().of(Phase.WATCHING, Happening.LEG1_FILL))
                .isEqualTo(1);
        assertThat(scene.context.recordingLogger().count("warn")).isEqualTo(1);
        scene.hedgeSent();
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(20));
    }

    @Test
    void aRevivedEntryIsFollowedAgain() {
        Scene scene = Scene.begin().crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.kill(leg1);

        scene.context.revive(leg1);
        assertThat(scene.phase()).isEqualTo(Phase.LEG1_SENT);

        scene.left(20);
        assertThat(scene.context.cancels()).contains(leg1);
    }
}
