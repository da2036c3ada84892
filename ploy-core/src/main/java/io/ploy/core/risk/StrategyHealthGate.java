package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A strategy that was stopped or paused does not trade; what it holds may be reduced by the host. */
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
        if (order.asker() == Asker.HOST && order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        if (order.isMarketKnown() && world.isPaused(order.strategy(), order.market())) {
            return RiskDecision.deny(
                    RiskReason.STRATEGY_PAUSED,
                    "a person paused it: " + world.causes(order.strategy(), order.market()));
        }
        return world.strategyStopped(order.strategy())
                ? RiskDecision.deny(RiskReason.STRATEGY_STOPPED, "strategy " + order.strategy() + " is stopped")
                : RiskDecision.ALLOW;
    }
}
