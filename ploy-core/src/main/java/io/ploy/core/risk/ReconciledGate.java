package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;
import java.time.Instant;

/** No new risk on books that nobody compared with the venue lately. What reduces may go: what it sells is held. */
final class ReconciledGate implements Gate {
    private final RiskWorld world;

    ReconciledGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "reconciled";
    }

    @Override
    public RiskDecision check(Candidate order) {
        Instant compared = world.comparedAt();
        if (compared == null || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        long age = Duration.between(compared, order.now()).toNanos();
        long allowed = order.limits().raw(Limit.MAX_COMPARISON_AGE);
        return age <= allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.ACCOUNT_UNRECONCILED,
                        "the books were last compared with the venue at " + compared + ", allowed are "
                                + Limit.MAX_COMPARISON_AGE.text(allowed));
    }
}
