package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** Spent is what is there, final and not promised already. The venue nets nothing, so neither does this gate. */
final class BuyingPowerGate implements Gate {
    private final Cash floor;

    BuyingPowerGate(RiskLimits limits) {
        floor = limits.cashFloor();
    }

    @Override
    public String name() {
        return "buying-power";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.SELL) {
            return RiskDecision.ALLOW;
        }
        Cash left = order.balance().available();
        if (left.compareTo(floor) >= 0) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                order.portfolio().cashHeadRoom(order.id(), floor),
                RiskReason.INSUFFICIENT_FUNDS,
                "would leave " + left + " USD, must leave " + floor);
    }
}
