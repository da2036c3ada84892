package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.Position;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.sizing.AllInPrice;
import java.math.RoundingMode;

/**
 * Nothing is sent while trading is halted, and nothing that adds risk where only exits are allowed. What hedges may go
 * there as long as the pair it makes does not cost too much.
 */
final class TradingStateGate implements Gate {
    private final RiskWorld world;

    TradingStateGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "trading-state";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (world.halted()) {
            return RiskDecision.deny(RiskReason.TRADING_HALTED, world.haltCause());
        }
        if (!order.isMarketKnown()) {
            return RiskDecision.ALLOW;
        }
        TradingState state = world.state(order.strategy(), order.market());
        if (state == TradingState.HALTED) {
            return RiskDecision.deny(RiskReason.TRADING_HALTED, world.causes(order.strategy(), order.market()));
        }
        return state == TradingState.ACTIVE || order.isReducing() || isCheapHedge(order)
                ? RiskDecision.ALLOW
                : RiskDecision.deny(RiskReason.TRADING_REDUCE_ONLY, world.causes(order.strategy(), order.market()));
    }

    private static boolean isCheapHedge(Candidate order) {
        long most = order.limits().raw(Limit.MAX_HEDGE_LOSS);
        if (!order.isHedging()
                || order.request().side() == Side.SELL
                || order.market().rules().fees().isEmpty()) {
            return false;
        }
        InstrumentId other = order.market().opposite(order.request().instrument());
        Position held = order.portfolio().position(order.strategy(), other);
        if (held.economic().isZero() || most == Long.MAX_VALUE) {
            return most == Long.MAX_VALUE;
        }
        Cash paid = held.cost().plus(held.fees());
        long cost =
                FixedPoint.mulDiv(paid.micros(), FixedPoint.ONE, held.economic().micros(), RoundingMode.CEILING);
        long pair = Math.addExact(cost, AllInPrice.of(order.request(), order.market()));
        return pair <= FixedPoint.ONE + most;
    }
}
