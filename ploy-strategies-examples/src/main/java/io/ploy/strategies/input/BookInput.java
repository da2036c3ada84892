package io.ploy.strategies.input;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.OrderBook;

/**
 * Whether a book may be used and how deep it is, without an allocation.
 *
 * <p><b>Threading.</b> Engine thread only, as the book itself.
 */
public final class BookInput {
    private BookInput() {}

    /**
     * Whether a book can be priced from.
     *
     * @param book any book
     * @return true only in trust state LIVE
     */
    public static boolean isLive(OrderBook book) {
        return book.trust() == BookTrust.LIVE;
    }

    /**
     * Whether a side of a book changed recently enough for new risk to be taken on it.
     *
     * @param book any book
     * @param side which side
     * @param nowNanos engine time
     * @param maxAgeNanos how old that side's last change may be
     * @return false for a side that never changed
     */
    public static boolean isFresh(OrderBook book, BookSide side, long nowNanos, long maxAgeNanos) {
        return nowNanos - Nanos.of(book.updatedAt(side)) <= maxAgeNanos;
    }

    /**
     * How much rests within a distance of the best price.
     *
     * @param book any book
     * @param side which side
     * @param spanMicros how far from the best price, inclusive
     * @param enoughMicros counting may stop here
     * @return micro-shares, not necessarily all once {@code enoughMicros} is reached
     */
    public static long depthMicros(OrderBook book, BookSide side, long spanMicros, long enoughMicros) {
        long best = side == BookSide.BIDS ? book.bestBidMicros() : book.bestAskMicros();
        if (best == OrderBook.NONE) {
            return 0;
        }
        long tick = book.tickSize().micros();
        long step = side == BookSide.BIDS ? -tick : tick;
        long depth = 0;
        long price = best;
        for (long gone = 0; gone <= spanMicros && depth < enoughMicros; gone += tick) {
            if (price <= 0 || price >= 1_000_000) {
                break;
            }
            depth += book.sizeMicros(side, price);
            price += step;
        }
        return depth;
    }
}
