package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A strategy has only so many orders open; a few more are kept for those that reduce. */
final class OpenOrdersGate implements Gate {
    private final RiskWorld world;
    private final int max;
    private final int maxToReduce;

    OpenOrdersGate(RiskLimits limits, RiskWorld world) {
        this.world = world;
        max = limits.maxOpenOrders();
        maxToReduce = Math.addExact(max, limits.moreOrdersToReduce());
    }

    @Override
    public String name() {
        return "open-orders";
    }

    @Override
    public RiskDecision check(Candidate order) {
        int open = world.openOrders(order.strategy());
        int allowed = order.isReducing() ? maxToReduce : max;
        return open < allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(RiskReason.TOO_MANY_ORDERS, open + " orders are open, allowed are " + allowed);
    }
}
