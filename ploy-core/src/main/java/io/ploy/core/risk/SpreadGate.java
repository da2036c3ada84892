package io.ploy.core.risk;

import io.ploy.api.market.OrderBook;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** An order that trades at once does so only where bid and ask are close. */
final class SpreadGate implements Gate {
    @Override
    public String name() {
        return "spread";
    }

    @Override
    public RiskDecision check(Candidate order) {
        long allowed = order.limits().raw(Limit.MAX_SPREAD);
        if (allowed == Long.MAX_VALUE || order.isReducing() || !order.crosses()) {
            return RiskDecision.ALLOW;
        }
        long spread = order.book().spreadMicros();
        if (spread == OrderBook.NONE) {
            return RiskDecision.deny(RiskReason.SPREAD_TOO_WIDE, "one side of the book is empty");
        }
        return spread <= allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.SPREAD_TOO_WIDE,
                        "the spread is " + FixedPoint.format(spread) + ", allowed are " + FixedPoint.format(allowed));
    }
}
