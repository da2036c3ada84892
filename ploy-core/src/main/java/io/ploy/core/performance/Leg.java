package io.ploy.core.performance;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/** What one scope holds of one instrument, in both views. In micros; not thread-safe. */
final class Leg {
    private final InstrumentMark mark;
    private final long[] shares = new long[View.BOTH.length];
    private final long[] cost = new long[View.BOTH.length];
    private final long[] lastSize = new long[View.BOTH.length];
    private final long[] lastValue = new long[View.BOTH.length];

    Leg(InstrumentMark mark) {
        this.mark = mark;
    }

    InstrumentMark mark() {
        return mark;
    }

    void move(View view, long moreShares, long moreCost) {
        shares[view.ordinal()] = Math.addExact(shares[view.ordinal()], moreShares);
        cost[view.ordinal()] = Math.addExact(cost[view.ordinal()], moreCost);
        if (shares[view.ordinal()] <= 0) {
            lastSize[view.ordinal()] = 0;
        }
    }

    /** Micro-shares; a deficit is worth nothing and owes nothing here. */
    long shares(View view) {
        return Math.max(0, shares[view.ordinal()]);
    }

    boolean isHeld() {
        return shares(View.ECONOMIC) > 0 || shares(View.CONFIRMED) > 0;
    }

    /** Whether nothing is held and nothing is owed. */
    boolean isFlat() {
        return shares[0] == 0 && shares[1] == 0;
    }

    boolean viewsAgree() {
        return shares[0] == shares[1] && cost[0] == cost[1];
    }

    /** The confirmed view was not counted, because it is the same. */
    void sameMarks() {
        lastSize[View.CONFIRMED.ordinal()] = lastSize[View.ECONOMIC.ordinal()];
        lastValue[View.CONFIRMED.ordinal()] = lastValue[View.ECONOMIC.ordinal()];
    }

    /**
     * Marks so many of the shares: at the bids while the book is trusted, then at the last trusted bids, and at cost if
     * there never were any.
     *
     * @param size micro-shares, 0 or more
     */
    void mark(View view, long size, Worth sum) {
        int v = view.ordinal();
        if (size == 0) {
            // The instrument's own mark is newer than what was left here when part of it was alone.
            lastSize[v] = mark.isTrusted() ? 0 : lastSize[v];
            return;
        }
        if (mark.isTrusted()) {
            long value = mark.bidNetMicros(size);
            lastSize[v] = size;
            lastValue[v] = value;
            sum.add(value);
            return;
        }
        long value;
        if (lastSize[v] > 0) {
            value = FixedPoint.mulDiv(lastValue[v], size, lastSize[v], RoundingMode.FLOOR);
        } else if (mark.hasLast()) {
            value = mark.last(size);
        } else {
            value = FixedPoint.mulDiv(cost[v], size, shares[v], RoundingMode.FLOOR);
        }
        sum.add(value, mark.isUnknown() ? 0 : value);
    }
}
