package io.ploy.core.allocation;

import io.ploy.api.money.Cash;

/** What is set aside of an amount: a fraction of it, or so many USD whatever it is. */
public sealed interface Portion permits Fraction, Portion.Usd {
    /**
     * The portion of an amount, rounded down to a micro.
     *
     * @param micros any amount; of nothing and of less there is nothing
     * @return from zero to the amount, in micros
     */
    long of(long micros);

    /**
     * The portion of an amount, rounded down to a micro.
     *
     * @param whole any amount; of nothing and of less there is nothing
     * @return from zero to the amount
     */
    default Cash of(Cash whole) {
        return Cash.ofMicros(of(whole.micros()));
    }

    /**
     * A number of USD, or all there is if that is less.
     *
     * @param amount not below zero
     */
    record Usd(Cash amount) implements Portion {
        /** Checks the range. */
        public Usd {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("a portion of " + amount + " USD");
            }
        }

        @Override
        public long of(long micros) {
            return Math.min(amount.micros(), Math.max(0, micros));
        }

        @Override
        public String toString() {
            return amount + " USD";
        }
    }
}
