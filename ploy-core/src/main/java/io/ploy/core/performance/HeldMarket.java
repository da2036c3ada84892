package io.ploy.core.performance;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Both outcomes of one market as one scope holds them. An instrument whose market is not known stands alone in one. */
final class HeldMarket {
    private final @Nullable Market market;
    private @Nullable Leg first;
    private @Nullable Leg second;
    private @Nullable Resolution resolution;
    /** What {@link #pair} left over. */
    private long firstAlone;

    private long secondAlone;

    HeldMarket(@Nullable Market market) {
        this.market = market;
    }

    @Nullable
    Market market() {
        return market;
    }

    Leg leg(InstrumentMark mark) {
        if (market == null || market.first().instrument().equals(mark.instrument())) {
            first = first == null ? new Leg(mark) : first;
            return first;
        }
        second = second == null ? new Leg(mark) : second;
        return second;
    }

    void resolved(Resolution outcome) {
        resolution = outcome;
    }

    boolean isResolved() {
        return resolution != null;
    }

    /** Whether the first outcome is known not to have come true. */
    boolean firstLost() {
        return resolution != null && resolution.firstPayout().micros() == 0;
    }

    boolean isHeld() {
        return (first != null && first.isHeld()) || (second != null && second.isHeld());
    }

    /** Whether no share counts here any more: it is resolved, or everything that was held is sold, merged or paid out. */
    boolean isClosed() {
        return isResolved()
                || (market != null && (first == null || first.isFlat()) && (second == null || second.isFlat()));
    }

    boolean viewsAgree() {
        return (first == null || first.viewsAgree()) && (second == null || second.viewsAgree());
    }

    void sameMarks() {
        if (first != null) {
            first.sameMarks();
        }
        if (second != null) {
            second.sameMarks();
        }
    }

    /** Counts what is certain without any book, payouts and pairs, and sets the rest apart. */
    void pair(View view, Worth sum) {
        long firstShares = first == null ? 0 : first.shares(view);
        long secondShares = second == null ? 0 : second.shares(view);
        if (resolution != null) {
            sum.add(paid(firstShares, resolution.firstPayout().micros()));
            sum.add(paid(secondShares, resolution.secondPayout().micros()));
            firstAlone = 0;
            secondAlone = 0;
            return;
        }
        long pairs = Math.min(firstShares, secondShares);
        sum.add(pairs);
        firstAlone = firstShares - pairs;
        secondAlone = secondShares - pairs;
    }

    private static long paid(long shares, long payoutMicros) {
        return FixedPoint.mulDiv(shares, payoutMicros, FixedPoint.ONE, RoundingMode.FLOOR);
    }

    /** Shares of the first outcome without a partner. */
    long firstAlone() {
        return firstAlone;
    }

    /** Shares of the second outcome without a partner. */
    long secondAlone() {
        return secondAlone;
    }

    /** So many of the first outcome's shares were counted otherwise. */
    void takeFirst(long shares) {
        firstAlone -= shares;
    }

    void markFirst(View view, Worth sum) {
        if (first != null) {
            first.mark(view, firstAlone, sum);
        }
    }

    void markSecond(View view, long shares, Worth sum) {
        if (second != null) {
            second.mark(view, shares, sum);
        }
    }
}
