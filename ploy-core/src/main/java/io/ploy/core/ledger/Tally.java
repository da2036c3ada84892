package io.ploy.core.ledger;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import java.math.RoundingMode;

/**
 * What an order's legs add up to, in micros. What was signed bounds it: shares, or for an order that spends, cash.
 */
final class Tally {
    /** A residual the venue never fills: 0.01 share, or 0.01 USD of an amount to spend. */
    static final long DUST = 10_000;

    private final boolean spends;
    private final long bound;
    private final long limit;

    private long legs;
    private long legsNotional;
    private long failed;
    private long failedNotional;
    private long confirmed;
    private long fees;
    private long reported;
    private long reopened;
    private long reopenedNotional;

    Tally(OrderRequest request) {
        OrderSize size = request.size();
        spends = size instanceof OrderSize.Spend;
        bound = size instanceof OrderSize.Spend spend
                ? spend.cash().micros()
                : request.sharesAtLimit().micros();
        limit = request.limit().micros();
    }

    /** A leg that was not known. One that had failed by then is no position and cost nothing, but it did match. */
    void add(FillLeg leg, boolean economic) {
        legs = Math.addExact(legs, leg.micros());
        legsNotional = Math.addExact(legsNotional, leg.notionalMicros());
        fees = Math.addExact(fees, leg.feeMicros());
        if (!economic) {
            reverse(leg);
        }
    }

    void confirm(FillLeg leg, long feeBefore) {
        confirmed = Math.addExact(confirmed, leg.micros());
        fees = Math.addExact(fees, leg.feeMicros() - feeBefore);
    }

    void reverse(FillLeg leg) {
        failed = Math.addExact(failed, leg.micros());
        failedNotional = Math.addExact(failedNotional, leg.notionalMicros());
        fees = Math.subtractExact(fees, leg.feeMicros());
    }

    /** What the venue says has matched in all. It may be told late, so the largest counts. */
    boolean report(Quantity matched) {
        if (matched.micros() <= reported) {
            return false;
        }
        reported = matched.micros();
        return true;
    }

    /** The venue took failed legs back onto the book: they may match again. */
    void reopen() {
        reopened = failed;
        reopenedNotional = failedNotional;
    }

    boolean hasFailed() {
        return failed > 0;
    }

    long matched() {
        return Math.max(legs, reported);
    }

    long unattributed() {
        return Math.max(0, reported - legs);
    }

    long economic() {
        return legs - failed;
    }

    long confirmed() {
        return confirmed;
    }

    long notional() {
        return legsNotional - failedNotional;
    }

    long fees() {
        return fees;
    }

    /**
     * Whether nothing can match any more. While the order is open only legs count. Where the venue calls it matched or
     * closed, dust is the same as nothing, and what it reports beyond the legs counts once it is closed.
     */
    boolean isFull(OrderLifecycle lifecycle) {
        boolean closed = lifecycle == OrderLifecycle.CANCELLED || lifecycle == OrderLifecycle.EXPIRED;
        boolean dusty = spends || closed || lifecycle == OrderLifecycle.MATCHED;
        long reached = spends ? legsNotional - reopenedNotional : (closed ? matched() : legs) - reopened;
        return reached > 0 && reached >= bound - (dusty ? DUST : 0);
    }

    /** What may still match, in shares at the limit price. */
    long remaining() {
        if (!spends) {
            return Math.max(0, bound - (matched() - reopened));
        }
        long left = Math.max(0, bound - (legsNotional - reopenedNotional));
        long shares = FixedPoint.mulDiv(left, FixedPoint.ONE, limit, RoundingMode.FLOOR);
        return Math.max(0, shares - unattributed());
    }

    boolean isPartlyMatched() {
        return matched() > 0 && remaining() > 0;
    }
}
