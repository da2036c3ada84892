package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A halt stops everything, orders that reduce too: what is unknown cannot be reduced. */
final class TradingStateGate implements Gate {
    private final RiskWorld world;

    TradingStateGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "trading-state";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return world.halted()
                ? RiskDecision.deny(RiskReason.TRADING_HALTED, "halted: " + world.haltCause())
                : RiskDecision.ALLOW;
    }
}
