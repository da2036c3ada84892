package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** No new risk where an order of the strategy may or may not exist, nor anywhere if there are many. What does not raise the
 * worst case may go, since the worst case counts the unknown order either way. */
final class UnknownOrdersGate implements Gate {
    private final OwnOrders orders;

    UnknownOrdersGate(RiskWorld world) {
        orders = world.orders();
    }

    @Override
    public String name() {
        return "unknown-orders";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (!order.isMarketKnown() || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        if (orders.unknown(order.strategy(), order.market())) {
            return RiskDecision.deny(
                    RiskReason.UNKNOWN_ORDER_PRESENT,
                    "the outcome of an order in " + order.market().id() + " is not known");
        }
        long allowed = order.limits().raw(Limit.MAX_UNKNOWN_ORDERS);
        return orders.unknown() <= allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.UNKNOWN_ORDER_PRESENT,
                        "the outcome of " + orders.unknown() + " orders is not known, allowed are " + allowed);
    }
}
