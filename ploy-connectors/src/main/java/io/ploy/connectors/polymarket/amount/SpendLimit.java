package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import java.math.BigInteger;

/**
 * How much an order may spend so that, with fees on top, a limit holds. The exact form of the venue's newest clients,
 * {@code limit ÷ (1 + fee per share ÷ price + builder rate)}, cut to whole cents; computed without floating-point numbers.
 *
 * <p><b>Beware of price improvement.</b> A pUSD spent at a better price buys more shares and so pays a higher fee. The
 * venue's clients reckon the fee at the order's limit alone; for a bound that holds at any fill, give the best price the
 * order could be filled at as well.
 *
 * <p>The fee is reckoned as if charged once and rounded up to 0.00001 pUSD. An order filled in many parts can pay up to as
 * much more for each part.
 *
 * <p><b>Threading.</b> Immutable.
 *
 * @param fees the market's schedule
 * @param builderRateMicros what the builder named in the order takes of the notional, in micros: 10,000 is 1 %; 0 without a
 *     builder
 */
public record SpendLimit(FeeSchedule fees, long builderRateMicros) {
    private static final BigInteger ONE = BigInteger.valueOf(FixedPoint.ONE);
    private static final long FEE_UNIT = 10;

    /** Checks the range. */
    public SpendLimit {
        if (builderRateMicros < 0 || builderRateMicros > FixedPoint.ONE) {
            throw new IllegalArgumentException("builder rate outside [0, 1]: " + FixedPoint.format(builderRateMicros));
        }
    }

    /**
     * The most an order may spend, fees reckoned at its limit as the venue's clients do.
     *
     * @param maximum for cash and fees together, not negative
     * @param limit of the order, above 0
     * @return whole cents, possibly none; an order that wants less keeps what it wants
     */
    public Cash largest(Cash maximum, Price limit) {
        return largest(maximum, limit, limit);
    }

    /**
     * The most an order may spend wherever between two prices it is filled.
     *
     * @param maximum for cash and fees together, not negative
     * @param best the lowest price it could be filled at, above 0
     * @param limit of the order, not below the best
     * @return whole cents, possibly none
     */
    public Cash largest(Cash maximum, Price best, Price limit) {
        if (maximum.isNegative()) {
            throw new IllegalArgumentException("a maximum below zero: " + maximum);
        }
        Fraction fee = feePerCash(best, limit);
        // 1 + fee + builder rate, with the denominator fee.of × 10⁶
        BigInteger perCash =
                fee.of.multiply(ONE.add(BigInteger.valueOf(builderRateMicros))).add(fee.part.multiply(ONE));
        long cents = BigInteger.valueOf(maximum.micros())
                .multiply(fee.of)
                .multiply(ONE)
                .divide(perCash.multiply(BigInteger.valueOf(Steps.CENT)))
                .longValueExact();
        // Fees are rounded up one by one, which can cost the last cent.
        while (cents > 0 && total(cents * Steps.CENT, fee).compareTo(BigInteger.valueOf(maximum.micros())) > 0) {
            cents--;
        }
        return Cash.ofMicros(cents * Steps.CENT);
    }

    /**
     * What an order costs with fees at most, wherever between two prices it is filled.
     *
     * @param cash that it spends, not negative
     * @param best the lowest price it could be filled at, above 0
     * @param limit of the order, not below the best
     * @return cash, market fee rounded up to 0.00001 and builder fee rounded up to a micro
     * @throws ArithmeticException if it does not fit
     */
    public Cash total(Cash cash, Price best, Price limit) {
        return Cash.ofMicros(total(cash.micros(), feePerCash(best, limit)).longValueExact());
    }

    private BigInteger total(long cash, Fraction feePerCash) {
        BigInteger spent = BigInteger.valueOf(cash);
        BigInteger unit = BigInteger.valueOf(FEE_UNIT);
        BigInteger fee = up(spent.multiply(feePerCash.part), feePerCash.of.multiply(unit))
                .multiply(unit);
        return spent.add(fee).add(up(spent.multiply(BigInteger.valueOf(builderRateMicros)), ONE));
    }

    /**
     * The fee on a pUSD spent: rate × (price × (1 − price))^exponent ÷ price, each factor at the end of the range where it is
     * largest. Exact where the ends are one price or the exponent is at most 1, an upper bound otherwise.
     */
    private Fraction feePerCash(Price best, Price limit) {
        if (best.micros() == 0 || limit.isBelow(best)) {
            throw new IllegalArgumentException("no prices from above 0 to a limit: " + best + " to " + limit);
        }
        BigInteger rate = BigInteger.valueOf(fees.rateMicros());
        int exponent = fees.exponent();
        if (exponent == 0) {
            return new Fraction(rate, BigInteger.valueOf(best.micros()));
        }
        BigInteger price = BigInteger.valueOf(limit.micros()).pow(exponent - 1);
        BigInteger rest = BigInteger.valueOf(best.complement().micros()).pow(exponent);
        return new Fraction(rate.multiply(price).multiply(rest), ONE.pow(2 * exponent));
    }

    private static BigInteger up(BigInteger a, BigInteger b) {
        return a.add(b).subtract(BigInteger.ONE).divide(b);
    }

    private record Fraction(BigInteger part, BigInteger of) {}
}
