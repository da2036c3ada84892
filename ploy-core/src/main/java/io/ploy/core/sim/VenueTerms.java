package io.ploy.core.sim;

import java.math.RoundingMode;
import java.time.Duration;

/**
 * What every simulated venue needs to know of time, settlement and rounding. Immutable.
 *
 * @param seed decides which trades are retried and which fail
 * @param orderLatency from a send, a look-up, an operation or a read to the venue
 * @param ackLatency from the venue back to the caller: answers, fills, settlement statuses
 * @param cancelLatency from a cancel to the venue
 * @param minedAfter from a match to the block that holds it
 * @param confirmedAfter from a match to finality, when balances move; at least {@code minedAfter}
 * @param retryAfter what a retry adds, and what follows a retry until a trade is given up
 * @param operationAfter from the arrival of a split, merge or redemption to its confirmation
 * @param retryRate share of trades, 0 to 1, that are {@code RETRYING} before they confirm
 * @param settlementFailureRate share of trades, 0 to 1, that end {@code FAILED} and are taken back
 * @param gtdMargin how long before its date the venue stops honouring a good-till-date order; nearer dates are refused
 * @param feeRounding how the last 0.00001 USD of a fee is decided, which the venue does not publish
 */
public record VenueTerms(
        long seed,
        Duration orderLatency,
        Duration ackLatency,
        Duration cancelLatency,
        Duration minedAfter,
        Duration confirmedAfter,
        Duration retryAfter,
        Duration operationAfter,
        double retryRate,
        double settlementFailureRate,
        Duration gtdMargin,
        RoundingMode feeRounding) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a duration is negative, a share outside [0, 1], or finality before the block
     */
    public VenueTerms {
        notNegative("orderLatency", orderLatency);
        notNegative("ackLatency", ackLatency);
        notNegative("cancelLatency", cancelLatency);
        notNegative("retryAfter", retryAfter);
        notNegative("operationAfter", operationAfter);
        notNegative("gtdMargin", gtdMargin);
        if (minedAfter.isNegative() || confirmedAfter.compareTo(minedAfter) < 0) {
            throw new IllegalArgumentException(
                    "trades must be mined at or after the match and confirmed at or after that: " + minedAfter + ", "
                            + confirmedAfter);
        }
        share("retryRate", retryRate);
        share("settlementFailureRate", settlementFailureRate);
    }

    /** The same latency for orders and cancels; mined after 2 s, final after 5 s, fees rounded up. */
    static VenueTerms usual(Duration there, Duration back, double settlementFailureRate) {
        return new VenueTerms(
                1,
                there,
                back,
                there,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                0,
                settlementFailureRate,
                Duration.ofSeconds(60),
                RoundingMode.CEILING);
    }

    static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " below zero: " + value);
        }
    }

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " outside [0, 1]: " + value);
        }
    }

    /**
     * Collects terms, for the builders of settings that hold them. Not thread-safe.
     *
     * @param <B> the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {
        private long seed;
        private Duration orderLatency;
        private Duration ackLatency;
        private Duration cancelLatency;
        private Duration minedAfter;
        private Duration confirmedAfter;
        private Duration retryAfter;
        private Duration operationAfter;
        private double retryRate;
        private double settlementFailureRate;
        private Duration gtdMargin;
        private RoundingMode feeRounding;

        Builder(VenueTerms from) {
            seed = from.seed;
            orderLatency = from.orderLatency;
            ackLatency = from.ackLatency;
            cancelLatency = from.cancelLatency;
            minedAfter = from.minedAfter;
            confirmedAfter = from.confirmedAfter;
            retryAfter = from.retryAfter;
            operationAfter = from.operationAfter;
            retryRate = from.retryRate;
            settlementFailureRate = from.settlementFailureRate;
            gtdMargin = from.gtdMargin;
            feeRounding = from.feeRounding;
        }

        abstract B self();

        final VenueTerms terms() {
            return new VenueTerms(
                    seed,
                    orderLatency,
                    ackLatency,
                    cancelLatency,
                    minedAfter,
                    confirmedAfter,
                    retryAfter,
                    operationAfter,
                    retryRate,
                    settlementFailureRate,
                    gtdMargin,
                    feeRounding);
        }

        /**
         * Sets the seed.
         *
         * @param value any number
         * @return this
         */
        public B seed(long value) {
            seed = value;
            return self();
        }

        /**
         * Sets the way to the venue and back.
         *
         * @param there orders, look-ups, operations, reads
         * @param back answers
         * @return this
         */
        public B latency(Duration there, Duration back) {
            orderLatency = there;
            ackLatency = back;
            return self();
        }

        /**
         * Sets how long a cancel takes to the venue.
         *
         * @param value zero or more
         * @return this
         */
        public B cancelLatency(Duration value) {
            cancelLatency = value;
            return self();
        }

        /**
         * Sets when trades settle, counted from the match.
         *
         * @param mined zero or more
         * @param confirmed at least as long
         * @return this
         */
        public B settlement(Duration mined, Duration confirmed) {
            minedAfter = mined;
            confirmedAfter = confirmed;
            return self();
        }

        /**
         * Makes trades be sent to the chain a second time.
         *
         * @param rate share of trades, 0 to 1
         * @param after what a retry adds
         * @return this
         */
        public B retries(double rate, Duration after) {
            retryRate = rate;
            retryAfter = after;
            return self();
        }

        /**
         * Makes trades fail.
         *
         * @param rate share of trades, 0 to 1
         * @return this
         */
        public B settlementFailureRate(double rate) {
            settlementFailureRate = rate;
            return self();
        }

        /**
         * Sets how long splits, merges and redemptions take.
         *
         * @param value zero or more
         * @return this
         */
        public B operationAfter(Duration value) {
            operationAfter = value;
            return self();
        }

        /**
         * Sets how early good-till-date orders end.
         *
         * @param value zero or more
         * @return this
         */
        public B gtdMargin(Duration value) {
            gtdMargin = value;
            return self();
        }

        /**
         * Sets how fees are rounded to 0.00001 USD.
         *
         * @param value the direction
         * @return this
         */
        public B feeRounding(RoundingMode value) {
            feeRounding = value;
            return self();
        }
    }
}
