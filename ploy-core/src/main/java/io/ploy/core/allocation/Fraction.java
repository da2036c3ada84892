package io.ploy.core.allocation;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/**
 * A part of a whole, 0 to 1. Held in micros, so exact.
 *
 * @param micros 0 to 1,000,000
 */
public record Fraction(long micros) implements Comparable<Fraction>, Portion {
    /** All of it. */
    public static final Fraction WHOLE = new Fraction(FixedPoint.ONE);

    private static final long MICROS_OF_A_PERCENT = FixedPoint.ONE / 100;

    /** Checks the range. */
    public Fraction {
        if (micros < 0 || micros > FixedPoint.ONE) {
            throw new IllegalArgumentException("fraction outside [0, 1]: " + FixedPoint.format(micros));
        }
    }

    /**
     * Reads decimal text.
     *
     * @param text such as {@code 0.25}
     * @return the fraction
     * @throws IllegalArgumentException if it is no decimal number from 0 to 1 with at most six decimals
     */
    public static Fraction parse(CharSequence text) {
        return new Fraction(FixedPoint.parse(text));
    }

    /**
     * Whole percent.
     *
     * @param percent 0 to 100
     * @return a hundredth of that
     */
    public static Fraction percent(int percent) {
        return new Fraction(percent * MICROS_OF_A_PERCENT);
    }

    @Override
    public long of(long amount) {
        return amount <= 0 ? 0 : FixedPoint.mulDiv(amount, micros, FixedPoint.ONE, RoundingMode.FLOOR);
    }

    /**
     * What the rest of the whole is.
     *
     * @return one less this
     */
    public Fraction rest() {
        return new Fraction(FixedPoint.ONE - micros);
    }

    /**
     * Whether this is nothing.
     *
     * @return true if zero
     */
    public boolean isZero() {
        return micros == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return FixedPoint.format(micros * 100) + " %";
    }
}
