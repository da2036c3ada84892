package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.deployment.EvidenceCode;
import io.ploy.core.deployment.EvidenceStatus;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import org.jspecify.annotations.Nullable;

/** A strategy adds risk only while what proves it is fresh, passes, and was made with exactly what runs. */
final class EvidenceGate implements Gate {
    private final @Nullable Standings standings;

    EvidenceGate(@Nullable Standings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (standings == null || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Standing standing = standings.of(order.strategy());
        if (standing == null) {
            return RiskDecision.deny(
                    RiskReason.EVIDENCE_MISSING, "strategy " + order.strategy() + " names no deployment");
        }
        EvidenceStatus status = standing.evidence(order.now());
        EvidenceCode code = status.code();
        boolean allowed = order.isHedging() ? code.allowsHedging() : code.allowsIncreasing();
        return allowed ? RiskDecision.ALLOW : RiskDecision.deny(reason(code), status.detail());
    }

    private static RiskReason reason(EvidenceCode code) {
        return switch (code) {
            case OK, MISSING -> RiskReason.EVIDENCE_MISSING;
            case GRACE, EXPIRED -> RiskReason.EVIDENCE_EXPIRED;
            case FAILED -> RiskReason.EVIDENCE_FAILED;
            case MISMATCH -> RiskReason.EVIDENCE_MISMATCH;
        };
    }
}
