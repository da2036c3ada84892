package io.ploy.host.rules;

import io.ploy.api.market.Side;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.risk.RiskView;

/** Lets nobody buy. */
public final class NoBuys implements RiskRule {
    @Override
    public String name() {
        return "no-buys";
    }

    @Override
    public RiskDecision evaluate(OrderRequest request, RiskView view) {
        return request.side() == Side.BUY
                ? RiskDecision.deny(RiskReason.CUSTOM, "nobody buys today")
                : RiskDecision.ALLOW;
    }
}
