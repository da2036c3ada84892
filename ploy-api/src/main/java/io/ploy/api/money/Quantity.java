package io.ploy.api.money;

import io.ploy.api.Stable;
import java.math.RoundingMode;

/**
 * A number of outcome shares, never negative. Held in micro-shares, so exact.
 *
 * @param micros the number of shares in micros, 0 or more
 */
@Stable
public record Quantity(long micros) implements Comparable<Quantity> {
    /** No shares. */
    public static final Quantity ZERO = new Quantity(0);
    /** The venue's lot, 0.01 share: order sizes are multiples of it. */
    public static final Quantity LOT = new Quantity(10_000);

    /** Checks the range. */
    public Quantity {
        if (micros < 0) {
            throw new IllegalArgumentException("quantity below zero: " + FixedPoint.format(micros));
        }
    }

    /**
     * The quantity of that many micro-shares.
     *
     * @param micros 0 or more
     * @return the quantity
     */
    public static Quantity ofMicros(long micros) {
        return micros == 0 ? ZERO : new Quantity(micros);
    }

    /**
     * A whole number of shares.
     *
     * @param shares 0 or more
     * @return the quantity
     * @throws ArithmeticException if it does not fit
     */
    public static Quantity ofShares(long shares) {
        return new Quantity(Math.multiplyExact(shares, FixedPoint.ONE));
    }

    /**
     * Reads decimal text.
     *
     * @param text such as {@code 12.5}; at most six decimals
     * @return the quantity
     * @throws IllegalArgumentException if the text is no decimal number, negative or too large
     */
    public static Quantity parse(CharSequence text) {
        return new Quantity(FixedPoint.parse(text));
    }

    /**
     * Sum.
     *
     * @param other added
     * @return this + other
     * @throws ArithmeticException on overflow
     */
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(micros, other.micros));
    }

    /**
     * Difference.
     *
     * @param other taken away, at most this
     * @return this − other
     * @throws IllegalArgumentException if the result would be negative
     */
    public Quantity minus(Quantity other) {
        return ofMicros(micros - other.micros);
    }

    /**
     * Difference, but never below zero.
     *
     * @param other taken away
     * @return this − other, or zero
     */
    public Quantity minusOrZero(Quantity other) {
        return ofMicros(Math.max(0, micros - other.micros));
    }

    /**
     * The smaller of the two.
     *
     * @param other compared with
     * @return the smaller
     */
    public Quantity min(Quantity other) {
        return micros <= other.micros ? this : other;
    }

    /**
     * Rounds down to a whole number of lots, as the venue demands of order sizes.
     *
     * @return the largest multiple of {@link #LOT} not above this
     */
    public Quantity floorToLot() {
        return ofMicros(micros - micros % LOT.micros);
    }

    /**
     * A share of this, rounded down to a micro-share.
     *
     * @param numerator 0 or more
     * @param denominator above 0
     * @return this × numerator ÷ denominator
     * @throws ArithmeticException on overflow
     */
    public Quantity times(long numerator, long denominator) {
        return new Quantity(FixedPoint.mulDiv(micros, numerator, denominator, RoundingMode.FLOOR));
    }

    /**
     * Whether there is nothing.
     *
     * @return true if zero
     */
    public boolean isZero() {
        return micros == 0;
    }

    /**
     * Whether this is strictly below the other.
     *
     * @param other compared with
     * @return true if smaller
     */
    public boolean isBelow(Quantity other) {
        return micros < other.micros;
    }

    /**
     * For models only: the nearest {@code double}.
     *
     * @return shares
     */
    public double toDouble() {
        return micros / (double) FixedPoint.ONE;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return FixedPoint.format(micros);
    }
}
