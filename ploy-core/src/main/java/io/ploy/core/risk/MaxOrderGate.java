package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.math.RoundingMode;

/** One order has only so many shares and is worth only so much at its limit. */
final class MaxOrderGate implements Gate {
    @Override
    public String name() {
        return "max-order";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Quantity maxQuantity = order.limits().shares(Limit.MAX_ORDER_QUANTITY);
        Cash own = order.limits().usd(Limit.MAX_ORDER_NOTIONAL);
        Cash all = order.accountLimits().usd(Limit.MAX_ACCOUNT_ORDER_NOTIONAL);
        Cash maxNotional = own.compareTo(all) < 0 ? own : all;
        OrderRequest request = order.request();
        Quantity quantity = order.quantity();
        Cash notional = request.size() instanceof OrderSize.Spend spend
                ? spend.cash()
                : Cash.notional(request.limit(), quantity, RoundingMode.CEILING);
        if (!maxQuantity.isBelow(quantity) && notional.compareTo(maxNotional) <= 0) {
            return RiskDecision.ALLOW;
        }
        Quantity affordable = maxNotional.micros() == Long.MAX_VALUE
                ? quantity
                : Quantity.ofMicros(FixedPoint.mulDiv(
                        maxNotional.micros(), FixedPoint.ONE, request.limit().micros(), RoundingMode.FLOOR));
        return Gate.shrink(
                quantity.min(maxQuantity).min(affordable),
                RiskReason.MAX_ORDER,
                quantity + " shares, " + notional + " USD, allowed are " + maxQuantity + " shares, " + maxNotional
                        + " USD");
    }
}
