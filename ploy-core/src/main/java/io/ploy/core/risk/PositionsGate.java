package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.portfolio.Exposures;

/** A strategy is in only so many markets at a time, and in only so many of them with one outcome alone. */
final class PositionsGate implements Gate {
    @Override
    public String name() {
        return "positions";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Exposures exposures = order.portfolio().exposures();
        int open = exposures.openMarkets(order.strategy());
        long allowed = order.limits().raw(Limit.MAX_OPEN_MARKETS);
        if (open > allowed) {
            return RiskDecision.deny(
                    RiskReason.TOO_MANY_POSITIONS, open + " markets with this one, allowed are " + allowed);
        }
        int unhedged = exposures.unhedgedMarkets(order.strategy());
        long alone = order.limits().raw(Limit.MAX_UNHEDGED);
        return unhedged < alone || order.isHedging()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.TOO_MANY_UNHEDGED,
                        unhedged + " markets hold one outcome alone, allowed are " + alone);
    }
}
