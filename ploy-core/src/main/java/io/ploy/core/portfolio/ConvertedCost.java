package io.ploy.core.portfolio;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How cost moves in a conversion. What is given leaves at its cost, and the fees paid for it go along; cash is paid off that
 * cost first, and what is left is the cost of what is received, in equal parts. More cash than cost is realised, and so is all
 * of it where nothing is received. All amounts in micros, so that nothing is lost or made: what leaves is what comes and cash.
 */
final class ConvertedCost {
    private final long[] leavingValue;
    private final long[] leavingFees;
    private final long[] comingCost;
    private final long[] comingFees;

    /**
     * Shares all that there is.
     *
     * @param cost of what is given, by market, without fees
     * @param fees paid for what is given, by market
     * @param cash what the conversion pays
     * @param received how many markets shares are received of
     * @throws ArithmeticException on overflow
     */
    ConvertedCost(long[] cost, long[] fees, long cash, int received) {
        long allCost = Arrays.stream(cost).reduce(0, Math::addExact);
        long allFees = Arrays.stream(fees).reduce(0, Math::addExact);
        long left = Math.subtractExact(Math.addExact(allCost, allFees), cash);
        long value = received == 0 ? cash : Math.max(allCost, cash);
        long carried = received == 0 ? 0 : Math.max(0, Math.min(left, allFees));
        leavingValue = shared(value, cost, allCost);
        leavingFees = shared(carried, fees, allFees);
        comingCost = evenly(value - cash, received);
        comingFees = evenly(carried, received);
    }

    /** By market, in proportion to its weight, none more than a micro off. */
    private static long[] shared(long amount, long[] weights, long all) {
        if (all == 0) {
            return evenly(amount, weights.length);
        }
        long[] parts = new long[weights.length];
        long weight = 0;
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            weight += weights[i];
            long upTo = FixedPoint.mulDiv(amount, weight, all, RoundingMode.FLOOR);
            parts[i] = upTo - given;
            given = upTo;
        }
        return parts;
    }

    private static long[] evenly(long amount, int parts) {
        long[] shares = new long[parts];
        for (int i = 0; i < parts; i++) {
            shares[i] = amount / parts + (i < amount % parts ? 1 : 0);
        }
        return shares;
    }

    /** What the shares of a market that is given leave at. */
    long leavingValue(int given) {
        return leavingValue[given];
    }

    /** Fees that leave with the shares of a market that is given. */
    long leavingFees(int given) {
        return leavingFees[given];
    }

    /** What the shares of a market that is received cost. */
    long comingCost(int received) {
        return comingCost[received];
    }

    /** Fees that come with the shares of a market that is received. */
    long comingFees(int received) {
        return comingFees[received];
    }
}
