package io.ploy.api.maths;

import io.ploy.api.Experimental;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.FixedPoint;

/**
 * What a share costs or brings with the venue's fee, per share and before the venue rounds: f(q) = r·(q(1−q))^e on top
 * of a purchase and out of the proceeds of a sale. For amounts of money use {@link FeeSchedule} itself.
 *
 * <p>{@link #priceForAllIn} and {@link #bidForNet} invert these, so that a limit never pays more than was meant.
 *
 * <p><b>Threading.</b> Pure functions.
 */
@Experimental
public final class TradingCost {
    private static final int BISECTIONS = 60;

    private TradingCost() {}

    /**
     * The taker's fee per share.
     *
     * @param fees the market's schedule
     * @param price q, 0 to 1
     * @return f(q), 0 or more
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double takerFee(FeeSchedule fees, double price) {
        double spread = Arguments.unit("price", price) * (1 - price);
        double shape = fees.exponent() == 1 ? spread : StrictMath.pow(spread, fees.exponent());
        return rate(fees) * shape;
    }

    /**
     * What a taker pays for a share: q + f(q).
     *
     * @param fees the market's schedule
     * @param price q, 0 to 1
     * @return the cost c
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double allIn(FeeSchedule fees, double price) {
        return price + takerFee(fees, price);
    }

    /**
     * What a maker pays for a share: q where only takers pay.
     *
     * @param fees the market's schedule
     * @param price q, 0 to 1
     * @return the cost c
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double makerAllIn(FeeSchedule fees, double price) {
        return fees.takerOnly() ? Arguments.unit("price", price) : allIn(fees, price);
    }

    /**
     * What a taker receives for a share: b − f(b).
     *
     * @param fees the market's schedule
     * @param bid b, 0 to 1
     * @return the proceeds
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double net(FeeSchedule fees, double bid) {
        return bid - takerFee(fees, bid);
    }

    /**
     * The highest price at which a taker's share costs no more than x: the inverse of {@link #allIn}. Closed form for
     * exponent 1, else bisection to 1e-12.
     *
     * @param fees the market's schedule
     * @param allIn x, any number
     * @return 0 to 1; 0 if no price is low enough, 1 if every price is
     * @throws IllegalArgumentException for NaN and infinity
     */
    public static double priceForAllIn(FeeSchedule fees, double allIn) {
        Arguments.finite("all-in cost", allIn);
        if (allIn >= 1) {
            return 1;
        }
        if (allIn <= 0) {
            return 0;
        }
        if (fees.exponent() == 1) {
            double sum = 1 + rate(fees);
            return 2 * allIn / (sum + Math.sqrt(sum * sum - 4 * rate(fees) * allIn));
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (allIn(fees, middle) <= allIn) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The highest price at which a maker's share costs no more than x.
     *
     * @param fees the market's schedule
     * @param allIn x, any number
     * @return 0 to 1; 0 if no price is low enough, 1 if every price is
     * @throws IllegalArgumentException for NaN and infinity
     */
    public static double makerPriceForAllIn(FeeSchedule fees, double allIn) {
        return fees.takerOnly()
                ? Math.min(1, Math.max(0, Arguments.finite("all-in cost", allIn)))
                : priceForAllIn(fees, allIn);
    }

    /**
     * The lowest bid that brings a taker at least c: the inverse of {@link #net}. What a bought share's cost must find to
     * break even.
     *
     * @param fees the market's schedule
     * @param net c, any number
     * @return 0 to 1; 1 if no bid is high enough, 0 if every bid is
     * @throws IllegalArgumentException for NaN and infinity
     */
    public static double bidForNet(FeeSchedule fees, double net) {
        Arguments.finite("net proceeds", net);
        if (net <= 0) {
            return 0;
        }
        if (net >= 1) {
            return 1;
        }
        if (fees.exponent() == 1) {
            double rest = 1 - rate(fees);
            return 2 * net / (rest + Math.sqrt(rest * rest + 4 * rate(fees) * net));
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (net(fees, middle) >= net) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * Whether all-in cost and net proceeds rise with the price everywhere, without which there is no inverse:
     * r·e·max((q(1−q))^(e−1)·|1−2q|) below 1. True for every schedule the venue has used.
     *
     * @param fees a schedule
     * @return false for one that must not be traded on
     */
    public static boolean isMonotone(FeeSchedule fees) {
        int e = fees.exponent();
        if (e == 0) {
            return true;
        }
        // With u = q(1−q) the slope is u^(e−1)·√(1−4u), highest at u = (e−1)/(2(2e−1)).
        double u = (e - 1) / (2.0 * (2 * e - 1));
        double steepest = StrictMath.pow(u, e - 1) * Math.sqrt(1 - 4 * u);
        return rate(fees) * e * steepest < 1;
    }

    private static double rate(FeeSchedule fees) {
        return fees.rateMicros() / (double) FixedPoint.ONE;
    }
}
