package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** Only so many orders are open in a market, of a strategy and in all; a few more are kept for those that reduce. */
final class OpenOrdersGate implements Gate {
    private final OwnOrders orders;

    OpenOrdersGate(RiskWorld world) {
        orders = world.orders();
    }

    @Override
    public String name() {
        return "open-orders";
    }

    @Override
    public RiskDecision check(Candidate order) {
        RiskDecision decision =
                check(order, order.accountLimits(), Limit.MAX_MARKET_ORDERS, orders.open(order.market()));
        if (decision == RiskDecision.ALLOW) {
            decision = check(order, order.limits(), Limit.MAX_OPEN_ORDERS, orders.open(order.strategy()));
        }
        return decision == RiskDecision.ALLOW
                ? check(order, order.accountLimits(), Limit.MAX_ACCOUNT_ORDERS, orders.open())
                : decision;
    }

    private static RiskDecision check(Candidate order, RiskLimits limits, Limit limit, int open) {
        long max = limits.raw(limit);
        long allowed =
                order.isReducing() && max != Long.MAX_VALUE ? max + limits.raw(Limit.MORE_ORDERS_TO_REDUCE) : max;
        return open < allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.TOO_MANY_ORDERS,
                        open + " orders are open, allowed are " + allowed + " ("
                                + limit.parameter().name() + ")");
    }
}
