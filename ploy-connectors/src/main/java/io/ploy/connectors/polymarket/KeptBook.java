package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/** A book kept up to date in the venue's order, best last, to be hashed and compared after each change. */
final class KeptBook {
    /** No level on that side. */
    static final long NONE = -1;

    private final Levels bids = new Levels();
    private final Levels asks = new Levels();

    /** What a stated best price stands for: the venue says zero or one where a side has no levels. */
    static long best(long priceMicros) {
        return priceMicros == 0 || priceMicros == FixedPoint.ONE ? NONE : priceMicros;
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    void set(BookSide side, long price, long size, @Nullable String priceText, @Nullable String sizeText) {
        Levels levels = side == BookSide.BIDS ? bids : asks;
        int index = find(levels, side, price);
        boolean there = index < levels.count() && levels.price(index) == price;
        if (size == 0) {
            if (there) {
                levels.remove(index);
            }
        } else if (there) {
            levels.set(index, price, size, priceText, sizeText);
        } else {
            levels.insert(index, price, size, priceText, sizeText);
        }
    }

    /** Where a price is or belongs. Changes are mostly near the best price, which is last. */
    private static int find(Levels levels, BookSide side, long price) {
        int index = levels.count();
        while (index > 0 && isAtOrBefore(side, price, levels.price(index - 1))) {
            index--;
        }
        return index;
    }

    private static boolean isAtOrBefore(BookSide side, long price, long other) {
        return side == BookSide.BIDS ? price <= other : price >= other;
    }

    /** Takes in a side as it came, in whatever order. */
    void setAll(BookSide side, Levels from) {
        for (int i = 0; i < from.count(); i++) {
            set(side, from.price(i), from.size(i), from.priceText(i), from.sizeText(i));
        }
    }

    /** Takes out what no order can rest at once the price step is coarser. */
    void dropOffGrid(long tickMicros) {
        dropOffGrid(bids, tickMicros);
        dropOffGrid(asks, tickMicros);
    }

    private static void dropOffGrid(Levels levels, long tickMicros) {
        for (int i = levels.count() - 1; i >= 0; i--) {
            if (levels.price(i) % tickMicros != 0) {
                levels.remove(i);
            }
        }
    }

    long bestBid() {
        return best(bids);
    }

    long bestAsk() {
        return best(asks);
    }

    private static long best(Levels levels) {
        return levels.count() == 0 ? NONE : levels.price(levels.count() - 1);
    }

    /** In wire order: ascending, best last. */
    Levels bids() {
        return bids;
    }

    /** In wire order: descending, best last. */
    Levels asks() {
        return asks;
    }
}
