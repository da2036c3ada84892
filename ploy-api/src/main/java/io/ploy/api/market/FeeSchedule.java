package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a market charges for a trade: {@code shares × rate × (price × (1 − price))^exponent}, in whole units of 0.00001
 * USD, below which nothing is charged. A buyer pays it on top, a seller gets it taken off the proceeds.
 *
 * <p>Source: the venue's fee page and {@code fd} in its market data. The direction of the last rounding is not
 * published, so the caller names it: budget with {@link RoundingMode#CEILING}.
 *
 * @param rateMicros the rate in micros: 70,000 is 0.07; 0 to 1,000,000
 * @param exponent 1 in every schedule of 2026, 2 in older ones; 0 to 4
 * @param takerOnly whether makers pay nothing
 */
@Stable
public record FeeSchedule(long rateMicros, int exponent, boolean takerOnly) {
    /** A market without fees. Not the same as a market whose fees are not known. */
    public static final FeeSchedule FREE = new FeeSchedule(0, 1, true);

    private static final long UNIT_MICROS = 10;

    /** Shares, rate, price and complement carry six decimals each, a unit five: 24 − 5, less the 100 taken out first. */
    private static final long UNITS_PER_PRODUCT = 100_000_000_000_000_000L;

    /** Checks the ranges. */
    public FeeSchedule {
        if (rateMicros < 0 || rateMicros > FixedPoint.ONE) {
            throw new IllegalArgumentException("fee rate outside [0, 1]: " + FixedPoint.format(rateMicros));
        }
        if (exponent < 0 || exponent > 4) {
            throw new IllegalArgumentException("fee exponent outside [0, 4]: " + exponent);
        }
    }

    /**
     * The usual schedule: exponent 1, takers only.
     *
     * @param rate decimal text such as {@code 0.07}
     * @return the schedule
     * @throws IllegalArgumentException if the text is no decimal number in [0, 1]
     */
    public static FeeSchedule takerRate(CharSequence rate) {
        return new FeeSchedule(FixedPoint.parse(rate), 1, true);
    }

    /**
     * The fee of a taker.
     *
     * @param price at which the shares change hands
     * @param quantity shares
     * @param rounding how the last 0.00001 USD is decided; {@link RoundingMode#CEILING} is the bound
     * @return 0 or more
     * @throws ArithmeticException on overflow
     */
    public Cash takerFee(Price price, Quantity quantity, RoundingMode rounding) {
        if (rateMicros == 0 || quantity.isZero()) {
            return Cash.ZERO;
        }
        long units = exponent == 1 ? linearUnits(price, quantity, rounding) : generalUnits(price, quantity, rounding);
        return Cash.ofMicros(Math.multiplyExact(units, UNIT_MICROS));
    }

    /**
     * The fee of a maker.
     *
     * @param price at which the shares change hands
     * @param quantity shares
     * @param rounding as for {@link #takerFee}
     * @return 0 when {@link #takerOnly}, else the taker's fee
     * @throws ArithmeticException on overflow
     */
    public Cash makerFee(Price price, Quantity quantity, RoundingMode rounding) {
        return takerOnly ? Cash.ZERO : takerFee(price, quantity, rounding);
    }

    private long linearUnits(Price price, Quantity quantity, RoundingMode rounding) {
        if (price.micros() % 10 != 0) {
            return generalUnits(price, quantity, rounding);
        }
        long perShare = rateMicros * (price.micros() * (FixedPoint.ONE - price.micros()) / 100);
        long divisor = UNITS_PER_PRODUCT;
        if (perShare == 0) {
            return 0;
        }
        // Prices and rates end in zeros; taking them out of both sides keeps the product inside 64 bits.
        while (perShare % 10 == 0 && divisor > 1) {
            perShare /= 10;
            divisor /= 10;
        }
        boolean belowOneUnit = FixedPoint.mulDiv(quantity.micros(), perShare, divisor, RoundingMode.DOWN) == 0;
        return belowOneUnit ? 0 : FixedPoint.mulDiv(quantity.micros(), perShare, divisor, rounding);
    }

    private long generalUnits(Price price, Quantity quantity, RoundingMode rounding) {
        BigInteger pq =
                BigInteger.valueOf(price.micros()).multiply(BigInteger.valueOf(FixedPoint.ONE - price.micros()));
        BigDecimal exact = new BigDecimal(
                BigInteger.valueOf(quantity.micros())
                        .multiply(BigInteger.valueOf(rateMicros))
                        .multiply(pq.pow(exponent)),
                6 + 6 + 12 * exponent - 5);
        return exact.compareTo(BigDecimal.ONE) < 0
                ? 0
                : exact.setScale(0, rounding).longValueExact();
    }

    @Override
    public String toString() {
        return "rate " + FixedPoint.format(rateMicros) + " exponent " + exponent + (takerOnly ? " taker only" : "");
    }
}
