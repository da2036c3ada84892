package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.util.HashMap;
import java.util.Map;

/** Only so many orders a second, of a strategy and in all; a part of both is kept for orders that reduce. */
final class OrderRateGate implements Gate {
    private final Map<String, Pace> strategies = new HashMap<>();
    private final Pace account = new Pace();

    @Override
    public String name() {
        return "order-rate";
    }

    @Override
    public RiskDecision check(Candidate order) {
        RiskLimits own = order.limits();
        RiskLimits all = order.accountLimits();
        Pace pace = strategies.computeIfAbsent(order.strategy(), unseen -> new Pace());
        if (!allows(pace, order, own, Limit.MAX_ORDERS_PER_SECOND, Limit.ORDER_BURST)) {
            return tooMany(own, Limit.MAX_ORDERS_PER_SECOND, Limit.ORDER_BURST);
        }
        return allows(account, order, all, Limit.MAX_ACCOUNT_ORDERS_PER_SECOND, Limit.ACCOUNT_ORDER_BURST)
                ? RiskDecision.ALLOW
                : tooMany(all, Limit.MAX_ACCOUNT_ORDERS_PER_SECOND, Limit.ACCOUNT_ORDER_BURST);
    }

    private static boolean allows(Pace pace, Candidate order, RiskLimits limits, Limit rate, Limit burst) {
        long perSecond = limits.raw(rate);
        if (perSecond == Long.MAX_VALUE) {
            return true;
        }
        long reserved = order.isReducing() ? 0 : limits.raw(Limit.RATE_RESERVE);
        return pace.allows(perSecond, limits.raw(burst), reserved, order.now());
    }

    private static RiskDecision tooMany(RiskLimits limits, Limit rate, Limit burst) {
        return RiskDecision.deny(
                RiskReason.RATE_LIMITED,
                "more than " + limits.raw(rate) + " orders a second and " + limits.raw(burst) + " at once ("
                        + rate.parameter().name() + ")");
    }

    @Override
    public void accepted(Candidate order) {
        strategies.computeIfAbsent(order.strategy(), unseen -> new Pace()).take();
        account.take();
    }
}
