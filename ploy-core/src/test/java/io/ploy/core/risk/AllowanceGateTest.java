package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.Allowance;
import org.junit.jupiter.api.Test;

/** What the venue may not take is not ordered, and what it says nothing of is. */
class AllowanceGateTest {
    private final GateRoom room = new GateRoom();

    private void mayTake(Cash collateral) {
        room.world.allowance = new Allowance(collateral, null, "0xabc");
    }

    @Test
    void aPurchaseMayCostWhatMayBeTakenAndNotAMicroMore() {
        mayTake(Cash.ofUsd(4));
        room.passes(room.buy("10", "0.40"));

        mayTake(Cash.ofUsd(4).minus(Cash.ofMicros(1)));

        assertThat(room.refuses(room.buy("10", "0.40"), "allowance", RiskReason.ALLOWANCE_MISSING))
                .isEqualTo("the venue's contract 0xabc may take 3.999999 USD, the order needs 4");
    }

    @Test
    void theLargestFeeIsPartOfWhatIsTaken() {
        Market taxed = room.world.add("taxed", FeeSchedule.takerRate("0.07"));
        OrderRequest order = OrderRequest.buy(taxed.first().instrument(), Quantity.ofShares(100), Price.parse("0.40"));
        mayTake(Cash.parse("41.68"));
        room.passes(order);

        mayTake(Cash.parse("41.679999"));

        room.refuses(order, "allowance", RiskReason.ALLOWANCE_MISSING);
    }

    @Test
    void anAllowanceWithoutALimitIsNeverTooSmall() {
        mayTake(Allowance.UNLIMITED);

        room.passes(room.buy("10000", "0.99"));
    }

    @Test
    void sharesThatMayNotBeMovedAreNotSoldNotEvenToReduce() {
        room.hold(room.yes, "10", "5");
        room.world.allowance = new Allowance(null, true, "");
        room.passes(room.sell("10", "0.40"));

        room.world.allowance = new Allowance(null, false, "");

        assertThat(room.refuses(room.sell("10", "0.40"), "allowance", RiskReason.ALLOWANCE_MISSING))
                .isEqualTo("the venue may not take shares");
        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void collateralThatMayNotBeTakenStopsNoSale() {
        room.hold(room.yes, "10", "5");
        mayTake(Cash.ZERO);

        room.passes(room.sell("10", "0.40"));
    }
}
