package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.math.RoundingMode;

record StandInAmounts(long maker, long taker) {
    static StandInAmounts of(Side side, OrderSize size, Price limit, TimeInForce timeInForce, TickSize tick) {
        if (size instanceof OrderSize.Shares shares) {
            long q = shares.quantity().micros();
            long cash = FixedPoint.mulDiv(q, limit.micros(), FixedPoint.ONE, RoundingMode.UNNECESSARY);
            return side == Side.BUY ? new StandInAmounts(cash, q) : new StandInAmounts(q, cash);
        }
        long cash = ((OrderSize.Spend) size).cash().micros();
        long step = 1;
        while (tick.micros() % (step * 10) == 0) {
            step *= 10;
        }
        step = Math.max(1, step / 100);
        long got = FixedPoint.mulDiv(cash, FixedPoint.ONE, limit.micros(), RoundingMode.FLOOR);
        return new StandInAmounts(cash, got - got % step);
    }
}
