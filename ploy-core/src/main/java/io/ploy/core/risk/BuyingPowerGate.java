package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.math.RoundingMode;

/** Spent is what is there, final and not promised already. The venue nets nothing, so neither does this gate. */
final class BuyingPowerGate implements Gate {
    private final RiskWorld world;

    BuyingPowerGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "buying-power";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.SELL) {
            return RiskDecision.ALLOW;
        }
        Cash floor = floor(order.accountLimits());
        Cash left = order.balance().available();
        if (left.compareTo(floor) >= 0) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                order.portfolio().headRoom().inCash(order.id(), floor),
                RiskReason.INSUFFICIENT_FUNDS,
                "would leave " + left + " USD, must leave " + floor);
    }

    private Cash floor(RiskLimits limits) {
        Cash amount = limits.usd(Limit.CASH_FLOOR);
        long share = limits.raw(Limit.CASH_FLOOR_SHARE);
        long equity = share == 0 ? 0 : Math.max(0, world.equity().micros());
        Cash part = Cash.ofMicros(FixedPoint.mulDiv(equity, share, FixedPoint.ONE, RoundingMode.CEILING));
        return amount.compareTo(part) < 0 ? part : amount;
    }
}
