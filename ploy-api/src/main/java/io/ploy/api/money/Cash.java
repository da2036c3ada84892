package io.ploy.api.money;

import io.ploy.api.Stable;
import java.math.RoundingMode;

/**
 * An amount of collateral (USD), positive or negative. Held in micros, so exact.
 *
 * @param micros the amount in micros
 */
@Stable
public record Cash(long micros) implements Comparable<Cash> {
    /** Nothing. */
    public static final Cash ZERO = new Cash(0);

    /**
     * The amount of that many micros.
     *
     * @param micros any value
     * @return the amount
     */
    public static Cash ofMicros(long micros) {
        return micros == 0 ? ZERO : new Cash(micros);
    }

    /**
     * A whole number of USD.
     *
     * @param usd any value
     * @return the amount
     * @throws ArithmeticException if it does not fit
     */
    public static Cash ofUsd(long usd) {
        return new Cash(Math.multiplyExact(usd, FixedPoint.ONE));
    }

    /**
     * Reads decimal text.
     *
     * @param text such as {@code -3.25}; at most six decimals
     * @return the amount
     * @throws IllegalArgumentException if the text is no decimal number or too large
     */
    public static Cash parse(CharSequence text) {
        return new Cash(FixedPoint.parse(text));
    }

    /**
     * What a quantity costs at a price.
     *
     * @param price per share
     * @param quantity shares
     * @param rounding round against yourself: {@link RoundingMode#CEILING} for what you pay,
     *     {@link RoundingMode#FLOOR} for what you receive
     * @return price × quantity
     * @throws ArithmeticException on overflow
     */
    public static Cash notional(Price price, Quantity quantity, RoundingMode rounding) {
        return ofMicros(FixedPoint.mulDiv(price.micros(), quantity.micros(), FixedPoint.ONE, rounding));
    }

    /**
     * Sum.
     *
     * @param other added
     * @return this + other
     * @throws ArithmeticException on overflow
     */
    public Cash plus(Cash other) {
        return ofMicros(Math.addExact(micros, other.micros));
    }

    /**
     * Difference.
     *
     * @param other taken away
     * @return this − other
     * @throws ArithmeticException on overflow
     */
    public Cash minus(Cash other) {
        return ofMicros(Math.subtractExact(micros, other.micros));
    }

    /**
     * The same amount with the other sign.
     *
     * @return −this
     * @throws ArithmeticException on overflow
     */
    public Cash negate() {
        return ofMicros(Math.negateExact(micros));
    }

    /**
     * The smaller of the two.
     *
     * @param other compared with
     * @return the smaller
     */
    public Cash min(Cash other) {
        return micros <= other.micros ? this : other;
    }

    /**
     * The larger of the two.
     *
     * @param other compared with
     * @return the larger
     */
    public Cash max(Cash other) {
        return micros >= other.micros ? this : other;
    }

    /**
     * Whether the amount is below zero.
     *
     * @return true if negative
     */
    public boolean isNegative() {
        return micros < 0;
    }

    /**
     * For models and charts only: the nearest {@code double}.
     *
     * @return USD
     */
    public double toDouble() {
        return micros / (double) FixedPoint.ONE;
    }

    @Override
    public int compareTo(Cash other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return FixedPoint.format(micros);
    }
}
