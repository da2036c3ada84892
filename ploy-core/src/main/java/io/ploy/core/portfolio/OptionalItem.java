package io.ploy.core.portfolio;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/**
 * A purchase or sale that may or may not come true: an open order, one whose outcome is unknown, a fill that is not
 * final. It counts when it would hurt and does not when it would help.
 */
abstract class OptionalItem {
    /** Where the holding keeps this item, so that it is found again without a search. */
    private int place = -1;

    abstract boolean buys();

    /** Micro-shares. */
    abstract long shares();

    /** Micros paid in all for a purchase, received after fees for a sale. */
    abstract long cash();

    /** What is lost, at most zero, if this comes true and a share pays so much. */
    final long lossIfTrue(long payoutMicros) {
        return Math.min(0, value(buys(), shares(), cash(), payoutMicros));
    }

    /** What is won, or lost if negative, if this comes true and a share pays so much. */
    final long valueIfTrue(long payoutMicros) {
        return value(buys(), shares(), cash(), payoutMicros);
    }

    static long value(boolean buys, long shares, long cash, long payoutMicros) {
        return buys
                ? Math.subtractExact(worth(shares, payoutMicros, RoundingMode.FLOOR), cash)
                : Math.subtractExact(cash, worth(shares, payoutMicros, RoundingMode.CEILING));
    }

    /** What shares pay; exact without a multiplication where a share pays one or nothing. */
    static long worth(long shares, long payoutMicros, RoundingMode rounding) {
        if (payoutMicros == 0) {
            return 0;
        }
        return payoutMicros == FixedPoint.ONE
                ? shares
                : FixedPoint.mulDiv(shares, payoutMicros, FixedPoint.ONE, rounding);
    }

    final int place() {
        return place;
    }

    final void setPlace(int index) {
        place = index;
    }
}
