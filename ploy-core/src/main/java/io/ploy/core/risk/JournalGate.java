package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** Nothing is sent that would not be remembered. */
final class JournalGate implements Gate {
    private final RiskWorld world;

    JournalGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return world.journalWritable()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(RiskReason.JOURNAL_NOT_DURABLE, "the journal cannot be written");
    }
}
