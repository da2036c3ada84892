package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A book kept up to date in the venue's own words, to be hashed again after each change. */
final class KeptBook {
    /** No level on that side. */
    static final long NONE = -1;

    private final TreeMap<Long, BookText.Level> bids = new TreeMap<>();
    private final TreeMap<Long, BookText.Level> asks = new TreeMap<>();

    /** What a stated best price stands for: the venue says zero or one where a side has no levels. */
    static long best(long priceMicros) {
        return priceMicros == 0 || priceMicros == FixedPoint.ONE ? NONE : priceMicros;
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    void set(BookSide side, long priceMicros, long sizeMicros, BookText.Level text) {
        TreeMap<Long, BookText.Level> levels = side == BookSide.BIDS ? bids : asks;
        if (sizeMicros == 0) {
            levels.remove(priceMicros);
        } else {
            levels.put(priceMicros, text);
        }
    }

    /** Takes out what no order can rest at once the price step is coarser. */
    void dropOffGrid(long tickMicros) {
        bids.keySet().removeIf(price -> price % tickMicros != 0);
        asks.keySet().removeIf(price -> price % tickMicros != 0);
    }

    long bestBid() {
        return bids.isEmpty() ? NONE : bids.lastKey();
    }

    long bestAsk() {
        return asks.isEmpty() ? NONE : asks.firstKey();
    }

    /** In wire order: ascending, best last. */
    List<BookText.Level> bids() {
        return new ArrayList<>(bids.values());
    }

    /** In wire order: descending, best last. */
    List<BookText.Level> asks() {
        return new ArrayList<>(asks.descendingMap().values());
    }
}
