package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** Only the process that holds the account's lease sends anything. */
final class LeaseGate implements Gate {
    private final RiskWorld world;

    LeaseGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "lease";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return world.mayAct()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(RiskReason.LEASE_LOST, "this process may no longer write for the account");
    }
}
