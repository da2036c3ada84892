package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** The market takes orders. */
final class MarketOpenGate implements Gate {
    @Override
    public String name() {
        return "market-open";
    }

    @Override
    public RiskDecision check(Candidate order) {
        return order.market().status().acceptsOrders()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.MARKET_NOT_OPEN,
                        order.market().id() + " is " + order.market().status());
    }
}
