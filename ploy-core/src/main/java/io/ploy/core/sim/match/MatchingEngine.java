package io.ploy.core.sim.match;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/**
 * Matches the orders of one market with two outcomes: one book for both outcomes, kept in prices of the first, by price
 * and then by time. An arriving order trades at the resting order's price; each of the two at its own outcome's price,
 * and the two prices sum to 1 where the outcomes differ.
 *
 * <p>All prices are micros of the book, see {@link OrderKind#bookPrice}; all quantities are micro-shares. It knows no
 * time and no accounts: good-till-date is a {@link #cancel} by the caller, and an order may match another of the same
 * owner, as the venue allows.
 *
 * <p>Once its arrays have grown to the size of the book nothing is allocated. Not thread-safe.
 */
public final class MatchingEngine {
    /** What stands for no price and for no order. */
    public static final long NONE = -1;

    private final Ladder ladder;
    private long tickMicros;

    /**
     * An empty book.
     *
     * @param tickSize the price step orders must keep to
     * @param listener receives matches
     */
    public MatchingEngine(TickSize tickSize, MatchListener listener) {
        tickMicros = tickSize.micros();
        ladder = new Ladder(tickMicros, listener);
    }

    /**
     * Takes what can be had up to a limit and rests the remainder.
     *
     * @param kind what the order does
     * @param limitMicros the worst book price
     * @param quantityMicros shares, above zero
     * @param tag handed to the listener
     * @return the handle of the resting remainder, or {@link #NONE} if nothing was left
     * @throws IllegalArgumentException if the price is off the tick or the quantity not above zero
     */
    public long place(OrderKind kind, long limitMicros, long quantityMicros, long tag) {
        long left = quantityMicros - take(kind, limitMicros, quantityMicros, tag);
        return left == 0 ? NONE : append(kind, limitMicros, left, tag);
    }

    /**
     * Rests an order unless it would cross.
     *
     * @param kind what the order does
     * @param limitMicros its book price
     * @param quantityMicros shares, above zero
     * @param tag handed to the listener
     * @return the handle, or {@link #NONE} if it would cross
     * @throws IllegalArgumentException if the price is off the tick or the quantity not above zero
     */
    public long placePostOnly(OrderKind kind, long limitMicros, long quantityMicros, long tag) {
        check(limitMicros, quantityMicros);
        return crosses(kind, limitMicros) ? NONE : append(kind, limitMicros, quantityMicros, tag);
    }

    /**
     * Fill and kill: takes what can be had up to a limit.
     *
     * @param kind what the order does
     * @param limitMicros the worst book price
     * @param quantityMicros shares, above zero
     * @param tag handed to the listener
     * @return shares taken
     * @throws IllegalArgumentException if the price is off the tick or the quantity not above zero
     */
    public long take(OrderKind kind, long limitMicros, long quantityMicros, long tag) {
        check(limitMicros, quantityMicros);
        long left = quantityMicros;
        for (int level = best(kind); left > 0 && accepts(kind, level, limitMicros); level = best(kind)) {
            left -= ladder.take(level, kind, left, tag);
        }
        return quantityMicros - left;
    }

    /**
     * Fill or kill: takes all of a quantity, or nothing.
     *
     * @param kind what the order does
     * @param limitMicros the worst book price
     * @param quantityMicros shares, above zero
     * @param tag handed to the listener
     * @return whether it was taken
     * @throws IllegalArgumentException if the price is off the tick or the quantity not above zero
     */
    public boolean takeAll(OrderKind kind, long limitMicros, long quantityMicros, long tag) {
        check(limitMicros, quantityMicros);
        long left = quantityMicros;
        for (int level = best(kind); left > 0 && accepts(kind, level, limitMicros); level = beyond(kind, level)) {
            left -= Math.min(left, ladder.size(level));
        }
        return left == 0 && take(kind, limitMicros, quantityMicros, tag) == quantityMicros;
    }

    /**
     * Fill and kill by cash: buys for an amount up to a limit. At each price as many micro-shares are taken as the rest
     * of the amount pays for, and their cost is rounded up.
     *
     * @param kind a buy
     * @param limitMicros the worst book price
     * @param cashMicros the amount to spend, above zero
     * @param tag handed to the listener
     * @return what was spent
     * @throws IllegalArgumentException if it is no buy, the price is off the tick or the amount not above zero
     */
    public long spend(OrderKind kind, long limitMicros, long cashMicros, long tag) {
        checkSpend(kind, limitMicros, cashMicros);
        long left = cashMicros;
        for (int level = best(kind); left > 0 && accepts(kind, level, limitMicros); level = best(kind)) {
            long price = kind.bookPrice(ladder.price(level));
            long quantity = Math.min(affordable(left, price), ladder.size(level));
            left -= cost(quantity, price);
            ladder.take(level, kind, quantity, tag);
        }
        return cashMicros - left;
    }

    /**
     * Fill or kill by cash: spends all of an amount, or nothing.
     *
     * @param kind a buy
     * @param limitMicros the worst book price
     * @param cashMicros the amount to spend, above zero
     * @param tag handed to the listener
     * @return whether it was spent
     * @throws IllegalArgumentException if it is no buy, the price is off the tick or the amount not above zero
     */
    public boolean spendAll(OrderKind kind, long limitMicros, long cashMicros, long tag) {
        checkSpend(kind, limitMicros, cashMicros);
        long left = cashMicros;
        for (int level = best(kind); left > 0 && accepts(kind, level, limitMicros); level = beyond(kind, level)) {
            long price = kind.bookPrice(ladder.price(level));
            left -= cost(Math.min(affordable(left, price), ladder.size(level)), price);
        }
        return left == 0 && spend(kind, limitMicros, cashMicros, tag) == cashMicros;
    }

    /**
     * Removes a resting order.
     *
     * @param handle from placing it
     * @return the shares that were still open, 0 if the order is gone
     */
    public long cancel(long handle) {
        return ladder.remove(handle);
    }

    /**
     * What a resting order still wants.
     *
     * @param handle from placing it
     * @return shares, 0 if the order is gone
     */
    public long open(long handle) {
        return ladder.open(handle);
    }

    /**
     * Whether an order would take from the book.
     *
     * @param kind what the order does
     * @param limitMicros the worst book price
     * @return true if the best opposite price is at the limit or better
     */
    public boolean crosses(OrderKind kind, long limitMicros) {
        return accepts(kind, best(kind), limitMicros);
    }

    /**
     * The best price of a side.
     *
     * @param bid true for bids
     * @return book price, or {@link #NONE} on an empty side
     */
    public long best(boolean bid) {
        return price(ladder.best(bid));
    }

    /**
     * The next price of a side, going away from the best.
     *
     * @param bid true for bids
     * @param priceMicros a book price the book's step divides
     * @return the next lower price with bids, the next higher with asks, or {@link #NONE}
     */
    public long next(boolean bid, long priceMicros) {
        return price(ladder.beyond(bid, ladder.level(priceMicros)));
    }

    /**
     * What rests at a price, whichever side it is.
     *
     * @param priceMicros any book price
     * @return shares, 0 if nothing rests there
     */
    public long size(long priceMicros) {
        int level = ladder.level(priceMicros);
        return level == Ladder.NONE ? 0 : ladder.size(level);
    }

    /**
     * The price step orders must keep to.
     *
     * @return the tick size
     */
    public TickSize tickSize() {
        return new TickSize(tickMicros);
    }

    /**
     * Changes the price step. Resting orders on the new tick keep their place in the queue.
     *
     * @param changed the new tick size
     * @param keepOffTick whether resting orders off the new tick stay; otherwise they are dropped and the listener told
     */
    public void changeTick(TickSize changed, boolean keepOffTick) {
        tickMicros = changed.micros();
        ladder.changeStep(keepOffTick ? greatestCommonDivisor(ladder.step(), tickMicros) : tickMicros);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private void check(long limitMicros, long quantityMicros) {
        if (limitMicros <= 0 || limitMicros >= FixedPoint.ONE || limitMicros % tickMicros != 0) {
            throw new IllegalArgumentException(
                    "price " + FixedPoint.format(limitMicros) + " is off the tick " + FixedPoint.format(tickMicros));
        }
        if (quantityMicros <= 0) {
            throw new IllegalArgumentException("not above zero: " + quantityMicros);
        }
    }

    private void checkSpend(OrderKind kind, long limitMicros, long cashMicros) {
        if (kind.side() != Side.BUY) {
            throw new IllegalArgumentException("only a buy spends cash: " + kind);
        }
        check(limitMicros, cashMicros);
    }

    private static long affordable(long cash, long price) {
        return FixedPoint.mulDiv(cash, FixedPoint.ONE, price, RoundingMode.FLOOR);
    }

    private static long cost(long quantity, long price) {
        return FixedPoint.mulDiv(quantity, price, FixedPoint.ONE, RoundingMode.CEILING);
    }

    /** The best level an order of this kind takes from. */
    private int best(OrderKind kind) {
        return ladder.best(!kind.isBid());
    }

    private int beyond(OrderKind kind, int level) {
        return ladder.beyond(!kind.isBid(), level);
    }

    private boolean accepts(OrderKind kind, int level, long limitMicros) {
        if (level == Ladder.NONE) {
            return false;
        }
        long price = ladder.price(level);
        return kind.isBid() ? price <= limitMicros : price >= limitMicros;
    }

    private long price(int level) {
        return level == Ladder.NONE ? NONE : ladder.price(level);
    }

    private long append(OrderKind kind, long limitMicros, long quantity, long tag) {
        return ladder.append(kind, ladder.level(limitMicros), quantity, tag);
    }
}
