package io.ploy.core.portfolio;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/**
 * The running figures of one position at average cost, in micros. Cost leaves in proportion to the shares, rounded half
 * to even, and all of it with the last share, so nothing is left over.
 *
 * <p>A quantity below zero is a deficit: more left than had come. A deficit has no cost; what it brought is realised, and
 * what covers it is realised too, so cash and profit agree at every moment.
 */
final class AverageCost {
    private long quantity;
    private long cost;
    private long feesHeld;
    private long realised;
    private long fees;

    long quantity() {
        return quantity;
    }

    long cost() {
        return cost;
    }

    /** Cost with the fees of what is held: what the holding can lose. */
    long basis() {
        return cost + feesHeld;
    }

    long realised() {
        return realised;
    }

    long fees() {
        return fees;
    }

    void reset() {
        set(new AverageCost());
    }

    void set(AverageCost other) {
        quantity = other.quantity;
        cost = other.cost;
        feesHeld = other.feesHeld;
        realised = other.realised;
        fees = other.fees;
    }

    void in(long shares, long paid, long fee) {
        long covering = Math.min(shares, Math.max(0, -quantity));
        long coveringPaid = part(paid, covering, shares);
        realised = Math.subtractExact(realised, coveringPaid);
        cost = Math.addExact(cost, paid - coveringPaid);
        feesHeld = Math.addExact(feesHeld, fee - part(fee, covering, shares));
        fees = Math.addExact(fees, fee);
        quantity = Math.addExact(quantity, shares);
    }

    void out(long shares, long received, long fee) {
        long leaving = Math.min(shares, Math.max(0, quantity));
        long released = part(cost, leaving, quantity);
        cost -= released;
        feesHeld -= part(feesHeld, leaving, quantity);
        realised = Math.addExact(realised, Math.subtractExact(received, released));
        fees = Math.addExact(fees, fee);
        quantity = Math.subtractExact(quantity, shares);
    }

    /** What {@link #cost} would lose with so many shares. */
    long costOf(long shares) {
        return part(cost, Math.min(shares, Math.max(0, quantity)), quantity);
    }

    /** What {@link #basis} would lose with so many shares. */
    long basisOf(long shares) {
        long leaving = Math.min(shares, Math.max(0, quantity));
        return costOf(shares) + part(feesHeld, leaving, quantity);
    }

    private static long part(long amount, long of, long whole) {
        if (of == 0 || amount == 0) {
            return 0;
        }
        return of == whole ? amount : FixedPoint.mulDiv(amount, of, whole, RoundingMode.HALF_EVEN);
    }
}
