package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.util.List;
import java.util.Optional;

/**
 * The price an order needs to be filled at once: that of the level of the book at which it is satisfied. Exact, where the
 * venue's clients add up floating-point numbers.
 *
 * <p><b>Threading.</b> No state.
 */
public final class MarketPrice {
    private MarketPrice() {}

    /**
     * The price for an order that takes from a book.
     *
     * @param side buy or sell
     * @param size shares to trade or cash to spend
     * @param timeInForce FOK or FAK
     * @param book looked at once
     * @return absent if there is nothing to take, or for FOK not enough
     * @throws IllegalArgumentException if the order may rest
     */
    public static Optional<Price> of(Side side, OrderSize size, TimeInForce timeInForce, OrderBook book) {
        return of(size, timeInForce, book.levels(side.takesFrom(), Integer.MAX_VALUE));
    }

    /**
     * The price for an order that takes from levels.
     *
     * @param size shares to trade or cash to spend
     * @param timeInForce FOK or FAK
     * @param levels of the side taken from, best first; the venue's own lists have the best last
     * @return the price of the level at which the size is reached; for FAK that of the last level if it is not; absent if
     *     there is no level, or for FOK not enough
     * @throws IllegalArgumentException if the order may rest
     */
    public static Optional<Price> of(OrderSize size, TimeInForce timeInForce, List<BookLevel> levels) {
        if (timeInForce.rests()) {
            throw new IllegalArgumentException("a market price is for FOK and FAK, not for " + timeInForce);
        }
        Optional<Price> reached = size instanceof OrderSize.Shares shares
                ? forShares(shares.quantity().micros(), levels)
                : forCash(((OrderSize.Spend) size).cash().micros(), levels);
        if (reached.isEmpty() && timeInForce == TimeInForce.FAK && !levels.isEmpty()) {
            return Optional.of(levels.get(levels.size() - 1).price());
        }
        return reached;
    }

    private static Optional<Price> forShares(long wanted, List<BookLevel> levels) {
        long missing = wanted;
        for (BookLevel level : levels) {
            if (level.size().micros() >= missing) {
                return Optional.of(level.price());
            }
            missing -= level.size().micros();
        }
        return Optional.empty();
    }

    private static Optional<Price> forCash(long wanted, List<BookLevel> levels) {
        long missing = wanted;
        long fraction = 0; // of a micro, in millionths, left over from the levels before
        for (BookLevel level : levels) {
            long price = level.price().micros();
            long size = level.size().micros();
            fraction += size % FixedPoint.ONE * price;
            long carried = fraction / FixedPoint.ONE;
            fraction %= FixedPoint.ONE;
            long cost = size / FixedPoint.ONE * price;
            if (cost >= missing - carried) {
                return Optional.of(level.price());
            }
            missing -= cost + carried;
        }
        return Optional.empty();
    }
}
