package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** The account comes to hold only so many shares of an instrument, whatever of its open orders is filled. */
final class MaxPositionGate implements Gate {
    @Override
    public String name() {
        return "max-position";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.SELL) {
            return RiskDecision.ALLOW;
        }
        Quantity max = order.limits().shares(Limit.MAX_POSITION);
        Quantity potential =
                order.portfolio().exposures().potentialQuantity(order.request().instrument());
        if (!max.isBelow(potential)) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                order.quantity().minusOrZero(potential.minus(max)),
                RiskReason.MAX_POSITION,
                "could come to " + potential + " shares, allowed are " + max);
    }
}
