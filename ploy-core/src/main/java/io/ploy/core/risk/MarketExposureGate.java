package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** A market may lose only so much. */
final class MarketExposureGate implements Gate {
    private final Cash max;

    MarketExposureGate(RiskLimits limits) {
        max = limits.maxMarketExposure();
    }

    @Override
    public String name() {
        return "market-exposure";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Cash exposure = order.marketExposure();
        if (exposure.compareTo(max) <= 0) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                order.portfolio().marketHeadRoom(order.id(), max),
                RiskReason.MARKET_EXPOSURE,
                "could lose " + exposure + " USD, allowed are " + max);
    }
}
