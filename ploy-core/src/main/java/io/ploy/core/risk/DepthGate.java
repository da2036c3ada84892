package io.ploy.core.risk;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.math.RoundingMode;

/** An order that trades at once takes only a part of what is offered up to its limit, at an average price near the best. */
final class DepthGate implements Gate {
    @Override
    public String name() {
        return "depth";
    }

    @Override
    public RiskDecision check(Candidate order) {
        long share = order.limits().raw(Limit.MAX_DEPTH_SHARE);
        long slippage = order.limits().raw(Limit.MAX_SLIPPAGE);
        if (order.isReducing() || !order.crosses() || (share == Long.MAX_VALUE && slippage == Long.MAX_VALUE)) {
            return RiskDecision.ALLOW;
        }
        OrderRequest request = order.request();
        boolean buys = request.side() == Side.BUY;
        Walk walk = new Walk(order.book(), buys, request.limit().micros(), slippage);
        long byShare = share == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : FixedPoint.mulDiv(walk.depth, share, FixedPoint.ONE, RoundingMode.FLOOR);
        long fits = Math.min(byShare, walk.near);
        if (order.quantity().micros() <= fits) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                Quantity.ofMicros(fits),
                RiskReason.DEPTH_INSUFFICIENT,
                order.quantity() + " shares, offered up to the limit are " + FixedPoint.format(walk.depth)
                        + ", of which " + FixedPoint.format(fits) + " may be taken");
    }

    /** One way along the book, from the best price to the limit. */
    private static final class Walk {
        private long depth;
        /** How many shares have an average price that is near enough. */
        private long near;

        Walk(OrderBook book, boolean buys, long limit, long slippage) {
            long best = buys ? book.bestAskMicros() : book.bestBidMicros();
            if (best == OrderBook.NONE) {
                return;
            }
            BookSide side = buys ? BookSide.ASKS : BookSide.BIDS;
            long tick = book.tickSize().micros();
            long worse = 0;
            boolean open = true;
            for (long away = 0; away <= (buys ? limit - best : best - limit); away += tick) {
                long size = book.sizeMicros(side, buys ? best + away : best - away);
                depth = Math.addExact(depth, size);
                if (size == 0 || !open) {
                    continue;
                }
                if (slippage == Long.MAX_VALUE || away <= slippage) {
                    // What it is worse than best, summed over the shares, against what the average allows.
                    worse = Math.addExact(worse, FixedPoint.mulDiv(size, away, FixedPoint.ONE, RoundingMode.CEILING));
                    near = Math.addExact(near, size);
                } else {
                    long room = FixedPoint.mulDiv(near, slippage, FixedPoint.ONE, RoundingMode.FLOOR) - worse;
                    long more = room <= 0
                            ? 0
                            : FixedPoint.mulDiv(room, FixedPoint.ONE, away - slippage, RoundingMode.FLOOR);
                    long taken = Math.min(size, more);
                    worse = Math.addExact(worse, FixedPoint.mulDiv(taken, away, FixedPoint.ONE, RoundingMode.CEILING));
                    near = Math.addExact(near, taken);
                    open = taken == size;
                }
            }
        }
    }
}
