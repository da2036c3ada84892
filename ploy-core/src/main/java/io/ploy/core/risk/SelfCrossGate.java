package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** An order does not trade with another of the account, directly or through the other outcome: buying one at p and the other
 * at 1 - p makes a pair out of our own two orders. */
final class SelfCrossGate implements Gate {
    private final OwnOrders orders;

    SelfCrossGate(RiskWorld world) {
        orders = world.orders();
    }

    @Override
    public String name() {
        return "self-cross";
    }

    @Override
    public RiskDecision check(Candidate order) {
        OrderRequest request = order.request();
        InstrumentId opposite = order.market().opposite(request.instrument());
        long limit = request.limit().micros();
        boolean buys = request.side() == Side.BUY;
        long same = buys ? orders.bestAskMicros(request.instrument()) : orders.bestBidMicros(request.instrument());
        if (same != OrderBook.NONE && (buys ? same <= limit : same >= limit)) {
            return refused(request.instrument(), same);
        }
        long other = buys ? orders.bestBidMicros(opposite) : orders.bestAskMicros(opposite);
        if (other != OrderBook.NONE && (buys ? other + limit >= FixedPoint.ONE : other + limit <= FixedPoint.ONE)) {
            return refused(opposite, other);
        }
        return RiskDecision.ALLOW;
    }

    private static RiskDecision refused(InstrumentId instrument, long price) {
        return RiskDecision.deny(
                RiskReason.SELF_CROSS,
                "would trade with our own order for " + instrument + " at " + FixedPoint.format(price));
    }
}
