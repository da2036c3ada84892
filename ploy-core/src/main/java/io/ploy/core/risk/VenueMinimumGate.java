package io.ploy.core.risk;

import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.math.RoundingMode;

/** What is left after the other gates is large enough for the venue. Never rounded up to it. */
final class VenueMinimumGate implements Gate {
    @Override
    public String name() {
        return "venue-minimum";
    }

    @Override
    public RiskDecision check(Candidate order) {
        OrderRequest request = order.request();
        TradingRules rules = order.market().rules();
        if (order.quantity().isBelow(rules.minimumSize())) {
            return RiskDecision.deny(
                    RiskReason.BELOW_MINIMUM, order.quantity() + " shares, the venue wants " + rules.minimumSize());
        }
        Cash notional = request.size() instanceof OrderSize.Spend spend
                ? spend.cash()
                : Cash.notional(request.limit(), order.quantity(), RoundingMode.FLOOR);
        if (notional.compareTo(rules.minimumTakerNotional()) < 0 && order.crosses()) {
            return RiskDecision.deny(
                    RiskReason.BELOW_MINIMUM,
                    "crosses with " + notional + " USD, the venue wants " + rules.minimumTakerNotional());
        }
        return RiskDecision.ALLOW;
    }
}
