package io.ploy.core.risk;

import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** No order goes far beyond the best opposite price, where only a mistake would trade. What reduces may go twice as far; where
 * nobody quotes there is nothing to go beyond. */
final class PriceCollarGate implements Gate {
    @Override
    public String name() {
        return "price-collar";
    }

    @Override
    public RiskDecision check(Candidate order) {
        OrderRequest request = order.request();
        RiskLimits limits = order.limits();
        long wide = limits.raw(Limit.PRICE_COLLAR);
        long ticks = limits.raw(Limit.PRICE_COLLAR_TICKS);
        if (wide == Long.MAX_VALUE || ticks == Long.MAX_VALUE) {
            return RiskDecision.ALLOW;
        }
        boolean buys = request.side() == Side.BUY;
        long best = buys ? order.book().bestAskMicros() : order.book().bestBidMicros();
        if (best == OrderBook.NONE) {
            return RiskDecision.ALLOW;
        }
        long collar = Math.max(wide, ticks * order.market().rules().tickSize().micros());
        collar = order.isReducing() ? 2 * collar : collar;
        long beyond =
                buys ? request.limit().micros() - best : best - request.limit().micros();
        return beyond <= collar
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.PRICE_COLLAR,
                        "limit " + request.limit() + " is " + FixedPoint.format(beyond) + " beyond the best price "
                                + FixedPoint.format(best) + ", allowed are " + FixedPoint.format(collar));
    }
}
