package io.ploy.host.rules;

import io.ploy.api.order.OrderRequest;
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.risk.RiskView;

/** Lets one order through and breaks at the next. */
public final class Brittle implements RiskRule {
    private int asked;

    @Override
    public String name() {
        return "brittle";
    }

    @Override
    public RiskDecision evaluate(OrderRequest request, RiskView view) {
        asked++;
        if (asked == 2) {
            throw new IllegalStateException("there is no second order");
        }
        return RiskDecision.ALLOW;
    }
}
