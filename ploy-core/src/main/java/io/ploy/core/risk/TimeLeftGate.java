package io.ploy.core.risk;

import io.ploy.api.market.MarketWindow;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;

/** A market near the end of its window takes no new risk. */
final class TimeLeftGate implements Gate {
    @Override
    public String name() {
        return "time-left";
    }

    @Override
    public RiskDecision check(Candidate order) {
        MarketWindow window = order.market().window().orElse(null);
        long wanted = order.limits().raw(Limit.MIN_TIME_LEFT);
        if (window == null || wanted == 0 || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        long left = Duration.between(order.now(), window.end()).toNanos();
        return left >= wanted
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.MARKET_ENDS_SOON,
                        "its window ends at " + window.end() + ", wanted are " + Limit.MIN_TIME_LEFT.text(wanted)
                                + " before that");
    }
}
