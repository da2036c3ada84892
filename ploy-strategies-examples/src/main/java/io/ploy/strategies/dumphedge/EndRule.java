package io.ploy.strategies.dumphedge;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.OrderBook;
import io.ploy.api.maths.TradingCost;
import io.ploy.api.money.FixedPoint;

/**
 * What to do with an unhedged side at the end: hedging is worth 1 − c₁ − allIn(ask₂) a share, selling net(bid₁) − c₁.
 * Either is allowed only if it loses no more than {@code maxPairLoss}; otherwise the side is held.
 */
final class EndRule {
    /** What to do. */
    enum Choice {
        HEDGE,
        SELL,
        HOLD
    }

    /** Mirrored books make hedging and selling worth the same; rounding must not choose between them. */
    private static final double SAME = 1e-9;

    private final EndPolicy policy;
    private final double maxLoss;

    EndRule(EndPolicy policy, double maxLoss) {
        this.policy = policy;
        this.maxLoss = maxLoss;
    }

    /**
     * Decides.
     *
     * @param fees the market's schedule
     * @param unitCost c₁, what a share of the unhedged side cost
     * @param otherAsk best ask of the other side in micros, or {@link OrderBook#NONE}
     * @param ownBid best bid of the unhedged side in micros, or {@link OrderBook#NONE}
     * @param maySell whether anything can be sold
     * @return the better of what is allowed; hedging where they are equal, since it ends the risk
     */
    Choice choose(FeeSchedule fees, double unitCost, long otherAsk, long ownBid, boolean maySell) {
        double hedge =
                policy == EndPolicy.SELL || policy == EndPolicy.HOLD ? Double.NaN : hedge(fees, unitCost, otherAsk);
        double sale = policy == EndPolicy.HEDGE || policy == EndPolicy.HOLD || !maySell
                ? Double.NaN
                : sale(fees, unitCost, ownBid);
        boolean mayHedge = hedge >= -maxLoss - SAME;
        boolean mayUnwind = sale >= -maxLoss - SAME;
        if (mayHedge && (!mayUnwind || hedge >= sale - SAME)) {
            return Choice.HEDGE;
        }
        return mayUnwind ? Choice.SELL : Choice.HOLD;
    }

    /** The highest price of the other side that loses no more than is allowed. */
    double hedgeLimit(FeeSchedule fees, double unitCost) {
        return TradingCost.priceForAllIn(fees, 1 - unitCost + maxLoss);
    }

    /** The lowest price of the unhedged side that loses no more than is allowed. */
    double saleLimit(FeeSchedule fees, double unitCost) {
        return TradingCost.bidForNet(fees, unitCost - maxLoss);
    }

    private static double hedge(FeeSchedule fees, double unitCost, long ask) {
        return ask == OrderBook.NONE ? Double.NaN : 1 - unitCost - TradingCost.allIn(fees, usd(ask));
    }

    private static double sale(FeeSchedule fees, double unitCost, long bid) {
        return bid == OrderBook.NONE ? Double.NaN : TradingCost.net(fees, usd(bid)) - unitCost;
    }

    private static double usd(long micros) {
        return micros / (double) FixedPoint.ONE;
    }
}
