package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** Nothing is ordered without knowing the market and what it charges. */
final class MarketKnownGate implements Gate {
    @Override
    public String name() {
        return "market-known";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (!order.isMarketKnown()) {
            return RiskDecision.deny(
                    RiskReason.MARKET_UNKNOWN,
                    "no market is known for " + order.request().instrument());
        }
        return order.market().rules().fees().isPresent()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.FEE_UNKNOWN, "the fees of " + order.market().id() + " are not known");
    }
}
