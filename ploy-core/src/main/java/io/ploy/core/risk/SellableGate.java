package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.Position;
import io.ploy.api.risk.RiskDecision;

/** Sold is what is held, final and not being sold already: two sales can never exceed the holding. */
final class SellableGate implements Gate {
    @Override
    public String name() {
        return "sellable";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.BUY) {
            return RiskDecision.ALLOW;
        }
        Quantity wanted = order.quantity();
        Quantity free = order.portfolio().headRoom().sellable(order.id());
        if (!free.isBelow(wanted)) {
            return RiskDecision.ALLOW;
        }
        Position held =
                order.portfolio().position(order.strategy(), order.request().instrument());
        RiskReason reason = !held.confirmed().isBelow(wanted)
                ? RiskReason.SELL_ALL_RESERVED
                : held.economic().isBelow(wanted) ? RiskReason.SELL_NONE_HELD : RiskReason.SELL_UNCONFIRMED;
        return RiskDecision.deny(
                reason,
                "sells " + wanted + ", holds " + held.economic() + ", confirmed " + held.confirmed() + ", free "
                        + free);
    }
}
