package io.ploy.core.sim;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/**
 * What a recording displays in one market, and what we used of it. Both outcomes' books are the same liquidity seen
 * twice and are kept in prices of the first outcome; where the two views disagree, what can be had is the smaller.
 */
final class RecordedDepth {
    private static final class View {
        final SortedLevels bids = new SortedLevels();
        final SortedLevels asks = new SortedLevels();
        boolean known;
        boolean trusted;

        SortedLevels side(boolean bid) {
            return bid ? bids : asks;
        }

        long size(boolean bid, long price) {
            return trusted ? side(bid).size(price) : 0;
        }
    }

    private final View first = new View();
    private final View second = new View();
    private final SortedLevels usedBids = new SortedLevels();
    private final SortedLevels usedAsks = new SortedLevels();
    private final long shareMicros;

    /** The share of displayed size that may be used, in millionths. */
    RecordedDepth(long shareMicros) {
        this.shareMicros = shareMicros;
    }

    private View view(boolean ofFirst) {
        return ofFirst ? first : second;
    }

    SortedLevels levels(boolean ofFirst, boolean bid) {
        return view(ofFirst).side(bid);
    }

    void snapshotTaken(boolean ofFirst) {
        view(ofFirst).known = true;
        view(ofFirst).trusted = true;
    }

    void distrust(boolean ofFirst) {
        view(ofFirst).trusted = false;
    }

    /** The first price from one on, going away from the best, at which something is displayed. */
    long firstDisplayed(boolean bid, long from) {
        SortedLevels levels = (first.known ? first : second).side(bid);
        long price = bid ? levels.floor(from) : levels.ceiling(from);
        while (price != Floor.NONE && displayed(bid, price) == 0) {
            price = bid ? levels.floor(price - 1) : levels.ceiling(price + 1);
        }
        return price;
    }

    private long displayed(boolean bid, long price) {
        if (first.known && second.known) {
            return Math.min(first.size(bid, price), second.size(bid, price));
        }
        return (first.known ? first : second).size(bid, price);
    }

    /** The larger of the two views, trusted or not: what a queue is measured against. */
    long displayedAtMost(boolean bid, long price) {
        return Math.max(first.side(bid).size(price), second.side(bid).size(price));
    }

    /** What can still be had at a price. */
    long available(boolean bid, long price) {
        long offered = FixedPoint.mulDiv(displayed(bid, price), shareMicros, FixedPoint.ONE, RoundingMode.FLOOR);
        return Math.max(0, offered - used(bid).size(price));
    }

    void use(boolean bid, long price, long quantity) {
        used(bid).set(price, used(bid).size(price) + quantity);
    }

    private SortedLevels used(boolean bid) {
        return bid ? usedBids : usedAsks;
    }

    /** Sets a displayed size. What we used of the level is given back as far as neither view displays it any more. */
    void set(boolean ofFirst, boolean bid, long price, long size) {
        levels(ofFirst, bid).set(price, size);
        long after = displayedAtMost(bid, price);
        if (used(bid).size(price) > after) {
            used(bid).set(price, after);
        }
    }
}
