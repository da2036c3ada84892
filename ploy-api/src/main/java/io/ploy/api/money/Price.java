package io.ploy.api.money;

import io.ploy.api.Stable;

/**
 * What one share of an outcome costs: 0 to 1 USD, which also reads as a probability. Held in micros, so exact.
 *
 * @param micros the price in micros, 0 to 1,000,000 inclusive
 */
@Stable
public record Price(long micros) implements Comparable<Price> {
    /** A price of nothing: what a losing share pays. */
    public static final Price ZERO = new Price(0);
    /** A price of one: what a winning share pays. */
    public static final Price ONE = new Price(FixedPoint.ONE);

    /** Checks the range. */
    public Price {
        if (micros < 0 || micros > FixedPoint.ONE) {
            throw new IllegalArgumentException("price outside [0, 1]: " + FixedPoint.format(micros));
        }
    }

    /**
     * The price of that many micros.
     *
     * @param micros 0 to 1,000,000
     * @return the price
     */
    public static Price ofMicros(long micros) {
        return new Price(micros);
    }

    /**
     * Reads decimal text.
     *
     * @param text such as {@code 0.53}; at most six decimals
     * @return the price
     * @throws IllegalArgumentException if the text is no decimal number or outside [0, 1]
     */
    public static Price parse(CharSequence text) {
        return new Price(FixedPoint.parse(text));
    }

    /**
     * The price of the opposite outcome, so that the pair always costs one USD.
     *
     * @return one less this
     */
    public Price complement() {
        return new Price(FixedPoint.ONE - micros);
    }

    /**
     * Whether this is strictly below the other.
     *
     * @param other compared with
     * @return true if lower
     */
    public boolean isBelow(Price other) {
        return micros < other.micros;
    }

    /**
     * Whether this is strictly above the other.
     *
     * @param other compared with
     * @return true if higher
     */
    public boolean isAbove(Price other) {
        return micros > other.micros;
    }

    /**
     * For models only: the nearest {@code double}. A model's number comes back as a price only through
     * {@link io.ploy.api.market.TickSize#floor(double)} or {@link io.ploy.api.market.TickSize#ceil(double)}.
     *
     * @return 0 to 1
     */
    public double toDouble() {
        return micros / (double) FixedPoint.ONE;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return FixedPoint.format(micros);
    }
}
