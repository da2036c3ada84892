package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A request that says it reduces risk must do so. */
final class ReduceOnlyGate implements Gate {
    @Override
    public String name() {
        return "reduce-only";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return !order.request().isReduceOnly() || order.isReducing()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.NOT_REDUCING,
                        "it would raise the worst case of " + order.market().id());
    }
}
