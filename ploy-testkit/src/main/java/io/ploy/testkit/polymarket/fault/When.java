package io.ploy.testkit.polymarket.fault;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when on a fault may strike, and at which occasions.
 *
 * @param at venue time since the scenario began, or since {@code after}; not negative
 * @param after the name of another fault: its first strike starts the clock; null for the scenario's beginning
 * @param ended whether {@code after} must be over instead
 * @param order what an order must have come to before; null for nothing
 * @param occasions the numbers of the occasions it strikes, from 1, counted since it may; empty for all
 * @param every it strikes only every so many occasions; 1 for all
 * @param each for faults that act by themselves: they act again and again, so long apart; null for once
 * @param random whether {@code each} is the mean of exponentially distributed times
 */
public record When(
        Duration at,
        @Nullable String after,
        boolean ended,
        @Nullable OrderState order,
        List<Integer> occasions,
        int every,
        @Nullable Duration each,
        boolean random) {
    /** From the beginning, at every occasion; faults that act by themselves act once. */
    public static final When ALWAYS = new When(Duration.ZERO, null, false, null, List.of(), 1, null, false);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public When {
        occasions = List.copyOf(occasions);
        if (at.isNegative() || every < 1 || occasions.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("a time below zero, or occasions not counted from 1");
        }
        if (each != null && (each.isNegative() || each.isZero())) {
            throw new IllegalArgumentException("each: found " + each + ", allowed more than 0");
        }
    }

    /**
     * How far an order of an account has come.
     *
     * @param account its name
     * @param filled the share of it that must be filled, from 0 (it is live) to 1
     */
    public record OrderState(String account, double filled) {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if the share is out of range
         */
        public OrderState {
            if (!(filled >= 0 && filled <= 1)) {
                throw new IllegalArgumentException("filled: found " + filled + ", allowed 0 to 1");
            }
        }
    }

    /**
     * The same, later.
     *
     * @param value since the scenario began, or since {@code after}
     * @return changed
     */
    public When at(Duration value) {
        return new When(value, after, ended, order, occasions, every, each, random);
    }

    /**
     * The same, once another fault struck.
     *
     * @param fault its name
     * @return changed
     */
    public When after(String fault) {
        return new When(at, fault, false, order, occasions, every, each, random);
    }

    /**
     * The same, once another fault is over.
     *
     * @param fault its name
     * @return changed
     */
    public When afterEnd(String fault) {
        return new When(at, fault, true, order, occasions, every, each, random);
    }

    /**
     * The same, once an order of an account is so far filled.
     *
     * @param account its name
     * @param filled from 0 (it is live) to 1
     * @return changed
     */
    public When order(String account, double filled) {
        return new When(at, after, ended, new OrderState(account, filled), occasions, every, each, random);
    }

    /**
     * The same, at certain occasions.
     *
     * @param numbers from 1
     * @return changed
     */
    public When occasions(List<Integer> numbers) {
        return new When(at, after, ended, order, numbers, every, each, random);
    }

    /**
     * The same, at every so manieth occasion.
     *
     * @param number at least 1
     * @return changed
     */
    public When every(int number) {
        return new When(at, after, ended, order, occasions, number, each, random);
    }

    /**
     * The same, again and again.
     *
     * @param apart above zero
     * @param drawn whether that is the mean of random times
     * @return changed
     */
    public When each(Duration apart, boolean drawn) {
        return new When(at, after, ended, order, occasions, every, apart, drawn);
    }
}
