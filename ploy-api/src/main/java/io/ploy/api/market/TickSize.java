package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;

/**
 * The price step of a market. Legal prices are whole multiples from one tick to one less a tick.
 *
 * <p>Polymarket uses 0.1, 0.01, 0.005, 0.0025, 0.001 and 0.0001 and may change a market's tick at any time; any other
 * positive step that divides 1 is accepted here.
 *
 * @param micros the step in micros; divides 1,000,000
 */
@Stable
public record TickSize(long micros) implements Comparable<TickSize> {
    /** 0.1. */
    public static final TickSize TENTH = new TickSize(100_000);
    /** 0.01. */
    public static final TickSize CENT = new TickSize(10_000);
    /** 0.005. */
    public static final TickSize HALF_CENT = new TickSize(5_000);
    /** 0.0025. */
    public static final TickSize QUARTER_CENT = new TickSize(2_500);
    /** 0.001. */
    public static final TickSize TENTH_CENT = new TickSize(1_000);
    /** 0.0001. */
    public static final TickSize HUNDREDTH_CENT = new TickSize(100);

    /** Checks that the step divides the price range. */
    public TickSize {
        if (micros <= 0 || FixedPoint.ONE % micros != 0 || micros == FixedPoint.ONE) {
            throw new IllegalArgumentException("tick size does not divide 1: " + FixedPoint.format(micros));
        }
    }

    /**
     * Reads decimal text.
     *
     * @param text such as {@code 0.01}
     * @return the tick size
     * @throws IllegalArgumentException if the text is no decimal number or does not divide 1
     */
    public static TickSize parse(CharSequence text) {
        return new TickSize(FixedPoint.parse(text));
    }

    /**
     * The lowest legal price.
     *
     * @return one tick
     */
    public Price lowest() {
        return new Price(micros);
    }

    /**
     * The highest legal price.
     *
     * @return one less a tick
     */
    public Price highest() {
        return new Price(FixedPoint.ONE - micros);
    }

    /**
     * Whether a price is a whole multiple of the tick between {@link #lowest()} and {@link #highest()}.
     *
     * @param price any price
     * @return true if an order may carry it
     */
    public boolean admits(Price price) {
        return price.micros() % micros == 0 && price.micros() >= micros && price.micros() <= FixedPoint.ONE - micros;
    }

    /**
     * The number of ticks in a price, rounded down.
     *
     * @param price any price
     * @return 0 to {@link #count()}
     */
    public int ticks(Price price) {
        return (int) (price.micros() / micros);
    }

    /**
     * The number of ticks in 1.
     *
     * @return 2 to 1,000,000
     */
    public int count() {
        return (int) (FixedPoint.ONE / micros);
    }

    /**
     * The price of that many ticks.
     *
     * @param ticks 0 to {@link #count()}
     * @return the price
     */
    public Price price(int ticks) {
        return new Price(ticks * micros);
    }

    /**
     * The highest legal price not above the given one: how a buyer rounds.
     *
     * @param price any price
     * @return a legal price, or zero if the given price is below the lowest
     */
    public Price floor(Price price) {
        return new Price(Math.min(price.micros() - price.micros() % micros, FixedPoint.ONE - micros));
    }

    /**
     * The lowest legal price not below the given one: how a seller rounds.
     *
     * @param price any price
     * @return a legal price, or one if the given price is above the highest
     */
    public Price ceil(Price price) {
        return new Price(Math.max((price.micros() + micros - 1) / micros * micros, micros));
    }

    /**
     * A model's number as a price, rounded down: how a buyer rounds. A number less than a billionth of a tick
     * below a legal price counts as that price, so that 0.29 computed as 0.28999999999999998 is not a tick lower.
     *
     * @param model any number
     * @return a legal price, or zero if the number is below the lowest legal price
     * @throws IllegalArgumentException if the number is not finite
     */
    public Price floor(double model) {
        double ticks = Math.floor(inTicks(model) + NEARLY);
        return new Price(((long) Math.max(0, Math.min(ticks, count() - 1.0))) * micros);
    }

    /**
     * A model's number as a price, rounded up: how a seller rounds, with the tolerance of {@link #floor(double)}.
     *
     * @param model any number
     * @return a legal price, or one if the number is above the highest legal price
     * @throws IllegalArgumentException if the number is not finite
     */
    public Price ceil(double model) {
        double ticks = Math.ceil(inTicks(model) - NEARLY);
        return new Price(((long) Math.max(1, Math.min(ticks, count()))) * micros);
    }

    private static final double NEARLY = 1e-9;

    private double inTicks(double model) {
        if (!Double.isFinite(model)) {
            throw new IllegalArgumentException("not a finite price: " + model);
        }
        return model * FixedPoint.ONE / micros;
    }

    @Override
    public int compareTo(TickSize other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return FixedPoint.format(micros);
    }
}
