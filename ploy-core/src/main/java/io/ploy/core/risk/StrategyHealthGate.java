package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A strategy that was stopped does not trade. */
final class StrategyHealthGate implements Gate {
    private final RiskWorld world;

    StrategyHealthGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "strategy-health";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (world.isPaused(order.strategy())) {
            return RiskDecision.deny(RiskReason.STRATEGY_PAUSED, "a person paused the strategy");
        }
        return world.strategyStopped(order.strategy())
                ? RiskDecision.deny(RiskReason.STRATEGY_STOPPED, "strategy " + order.strategy() + " is stopped")
                : RiskDecision.ALLOW;
    }
}
