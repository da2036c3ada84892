package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;

/** A day's loss has a limit: of a strategy, of its domain and of the account. What has no mark counts as lost. */
final class DailyLossGate implements Gate {
    private final RiskWorld world;
    private final ScopeNames scopes = new ScopeNames();

    DailyLossGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "daily-loss";
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
                order.limits().usd(Limit.MAX_STRATEGY_DAY_LOSS));
        if (decision == RiskDecision.ALLOW) {
            decision = check(
                    order,
                    performance,
                    scopes.domain(world.domainOf(order.strategy())),
                    order.accountLimits().usd(Limit.MAX_DOMAIN_DAY_LOSS));
        }
        return decision == RiskDecision.ALLOW
                ? check(
                        order,
                        performance,
                        PerformanceScope.ACCOUNT,
                        order.accountLimits().usd(Limit.MAX_ACCOUNT_DAY_LOSS))
                : decision;
    }

    private static RiskDecision check(Candidate order, Performance performance, PerformanceScope scope, Cash limit) {
        if (limit.micros() == Long.MAX_VALUE) {
            return RiskDecision.ALLOW;
        }
        long room = performance.dayLossHeadRoom(scope, limit, order.now());
        return room > 0
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.DAILY_LOSS,
                        scope + " lost " + Cash.ofMicros(limit.micros() - room) + " USD today, allowed are " + limit);
    }
}
