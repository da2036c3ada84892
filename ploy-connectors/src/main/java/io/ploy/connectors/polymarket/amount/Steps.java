package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.TimeInForce;

/** Which shares and which amounts of cash the venue can take. */
final class Steps {
    /** What a taker's cash comes in: 0.01 pUSD. */
    static final long CENT = 10_000;

    /** Beyond it the guard's products would not fit in 64 bits: about 461 million pUSD. */
    static final long LARGEST_SPEND = Long.MAX_VALUE / 200_000_000 * CENT;

    private static final long LOT = Quantity.LOT.micros();
    private static final long FINEST_TICK = 100;

    private Steps() {}

    /** The step of micro-shares: a lot, and for a buyer who takes as many lots as cost a whole number of cents. */
    static long ofShares(Side side, Price limit, TimeInForce timeInForce) {
        if (side == Side.SELL || timeInForce.rests()) {
            return LOT;
        }
        return FixedPoint.ONE / greatestCommonDivisor(limit.micros(), FixedPoint.ONE) * LOT;
    }

    /** Whether cash is in cents, buys something, and implies a price below the limit plus the finest tick. */
    static boolean canSpend(long cash, Price limit, TickPrecision precision) {
        if (cash <= 0 || cash % CENT != 0 || cash > LARGEST_SPEND) {
            return false;
        }
        // Both sides of cash × 10⁶ < shares × (price + 100), each less the 10⁶ they have in common.
        long shares = VenueRounding.quotient(cash, limit.micros(), precision);
        return cash / CENT * (CENT * FixedPoint.ONE / FINEST_TICK) < shares * (limit.micros() / FINEST_TICK + 1);
    }

    private static long greatestCommonDivisor(long a, long b) {
        long larger = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }
}
