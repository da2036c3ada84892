package io.ploy.core.risk;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import java.math.RoundingMode;

/** A strategy and the account fall only so far below their peaks. What has no mark counts as lost. */
final class DrawdownGate implements Gate {
    private final RiskWorld world;
    private final ScopeNames scopes = new ScopeNames();

    DrawdownGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "drawdown";
    }

    @Override
    public RiskDecision check(Candidate order) {
        Performance performance = world.performance();
        if (performance == null || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        RiskDecision decision = check(
                order,
                performance,
                scopes.strategy(order.strategy()),
                order.limits().raw(Limit.MAX_STRATEGY_DRAWDOWN));
        return decision == RiskDecision.ALLOW
                ? check(order, performance, PerformanceScope.ACCOUNT, ofAccount(order.accountLimits(), performance))
                : decision;
    }

    private static long ofAccount(RiskLimits limits, Performance performance) {
        long share = limits.raw(Limit.MAX_ACCOUNT_DRAWDOWN_SHARE);
        long peak = performance.peakEquity(PerformanceScope.ACCOUNT);
        long part = share == Long.MAX_VALUE || peak <= 0
                ? Long.MAX_VALUE
                : FixedPoint.mulDiv(peak, share, FixedPoint.ONE, RoundingMode.FLOOR);
        return Math.min(part, limits.raw(Limit.MAX_ACCOUNT_DRAWDOWN));
    }

    private static RiskDecision check(Candidate order, Performance performance, PerformanceScope scope, long limit) {
        if (limit == Long.MAX_VALUE) {
            return RiskDecision.ALLOW;
        }
        long fall = performance.drawdown(scope, order.now());
        return fall < limit
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.DRAWDOWN,
                        scope + " is " + FixedPoint.format(fall) + " USD below its peak, allowed are less than "
                                + FixedPoint.format(limit));
    }
}
