package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/**
 * No new risk where an order of the strategy may or may not exist. What does not raise the worst case may go, since the
 * worst case counts the unknown order either way.
 */
final class UnknownOrdersGate implements Gate {
    private final RiskWorld world;

    UnknownOrdersGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "unknown-orders";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return order.isMarketKnown() && !order.isReducing() && world.unknownOrder(order.strategy(), order.market())
                ? RiskDecision.deny(
                        RiskReason.UNKNOWN_ORDER_PRESENT,
                        "the outcome of an order in " + order.market().id() + " is not known")
                : RiskDecision.ALLOW;
    }
}
