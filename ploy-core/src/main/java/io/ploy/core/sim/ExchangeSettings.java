package io.ploy.core.sim;

import java.math.RoundingMode;
import java.time.Duration;

/**
 * How a {@link SimulatedExchange} behaves. Everything random is drawn from {@link #seed}. Immutable.
 *
 * @param seed decides which trades are retried and which fail
 * @param orderLatency from a send, a look-up, an operation or a read to the venue
 * @param ackLatency from the venue back to the caller: answers, fills, settlement statuses
 * @param cancelLatency from a cancel to the venue
 * @param dataLatency from the venue to the market-data listeners
 * @param minedAfter from a match to the block that holds it
 * @param confirmedAfter from a match to finality, when balances move; at least {@code minedAfter}
 * @param retryAfter what a retry adds, and what follows a retry until a trade is given up
 * @param operationAfter from the arrival of a split, merge or redemption to its confirmation
 * @param retryRate share of trades, 0 to 1, that are {@code RETRYING} before they confirm
 * @param settlementFailureRate share of trades, 0 to 1, that end {@code FAILED} and are taken back
 * @param gtdMargin how long before its date the venue stops honouring a good-till-date order; nearer dates are refused
 * @param feeRounding how the last 0.00001 USD of a fee is decided, which the venue does not publish
 * @param keepOrdersOffTick whether resting orders off a new tick stay on the book; otherwise the venue cancels them
 */
public record ExchangeSettings(
        long seed,
        Duration orderLatency,
        Duration ackLatency,
        Duration cancelLatency,
        Duration dataLatency,
        Duration minedAfter,
        Duration confirmedAfter,
        Duration retryAfter,
        Duration operationAfter,
        double retryRate,
        double settlementFailureRate,
        Duration gtdMargin,
        RoundingMode feeRounding,
        boolean keepOrdersOffTick) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a duration is negative, a share outside [0, 1], or finality before the block
     */
    public ExchangeSettings {
        VenueTerms.check(
                minedAfter,
                confirmedAfter,
                retryRate,
                settlementFailureRate,
                orderLatency,
                ackLatency,
                cancelLatency,
                dataLatency,
                retryAfter,
                operationAfter,
                gtdMargin);
    }

    VenueTerms terms() {
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
     * The usual exchange: 60 ms to the venue and 30 ms back, mined after 2 s, final after 5 s, nothing fails.
     *
     * @return the defaults
     */
    public static ExchangeSettings usual() {
        return builder().build();
    }

    /**
     * An exchange where everything happens at once and nothing fails: for tests about something else.
     *
     * @return all times zero
     */
    public static ExchangeSettings instant() {
        return builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .cancelLatency(Duration.ZERO)
                .dataLatency(Duration.ZERO)
                .settlement(Duration.ZERO, Duration.ZERO)
                .operationAfter(Duration.ZERO)
                .build();
    }

    /**
     * Starts from {@link #usual()}.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private long seed = 1;
        private Duration orderLatency = Duration.ofMillis(60);
        private Duration ackLatency = Duration.ofMillis(30);
        private Duration cancelLatency = Duration.ofMillis(60);
        private Duration dataLatency = Duration.ofMillis(30);
        private Duration minedAfter = Duration.ofSeconds(2);
        private Duration confirmedAfter = Duration.ofSeconds(5);
        private Duration retryAfter = Duration.ofSeconds(5);
        private Duration operationAfter = Duration.ofSeconds(3);
        private double retryRate;
        private double settlementFailureRate;
        private Duration gtdMargin = Duration.ofSeconds(60);
        private RoundingMode feeRounding = RoundingMode.CEILING;
        private boolean keepOrdersOffTick;

        private Builder() {}

        /**
         * Sets the seed.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets the way to the venue and back.
         *
         * @param there orders, look-ups, operations, reads
         * @param back answers
         * @return this
         */
        public Builder latency(Duration there, Duration back) {
            orderLatency = there;
            ackLatency = back;
            return this;
        }

        /**
         * Sets how long a cancel takes to the venue.
         *
         * @param value zero or more
         * @return this
         */
        public Builder cancelLatency(Duration value) {
            cancelLatency = value;
            return this;
        }

        /**
         * Sets how long market data take.
         *
         * @param value zero or more
         * @return this
         */
        public Builder dataLatency(Duration value) {
            dataLatency = value;
            return this;
        }

        /**
         * Sets when trades settle, counted from the match.
         *
         * @param mined zero or more
         * @param confirmed at least as long
         * @return this
         */
        public Builder settlement(Duration mined, Duration confirmed) {
            minedAfter = mined;
            confirmedAfter = confirmed;
            return this;
        }

        /**
         * Makes trades be sent to the chain a second time.
         *
         * @param rate share of trades, 0 to 1
         * @param after what a retry adds
         * @return this
         */
        public Builder retries(double rate, Duration after) {
            retryRate = rate;
            retryAfter = after;
            return this;
        }

        /**
         * Makes trades fail.
         *
         * @param rate share of trades, 0 to 1
         * @return this
         */
        public Builder settlementFailureRate(double rate) {
            settlementFailureRate = rate;
            return this;
        }

        /**
         * Sets how long splits, merges and redemptions take.
         *
         * @param value zero or more
         * @return this
         */
        public Builder operationAfter(Duration value) {
            operationAfter = value;
            return this;
        }

        /**
         * Sets how early good-till-date orders end.
         *
         * @param value zero or more
         * @return this
         */
        public Builder gtdMargin(Duration value) {
            gtdMargin = value;
            return this;
        }

        /**
         * Sets how fees are rounded to 0.00001 USD.
         *
         * @param value the direction
         * @return this
         */
        public Builder feeRounding(RoundingMode value) {
            feeRounding = value;
            return this;
        }

        /**
         * Sets what becomes of resting orders off a new tick.
         *
         * @param value true to keep them, false to cancel them
         * @return this
         */
        public Builder keepOrdersOffTick(boolean value) {
            keepOrdersOffTick = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the settings
         * @throws IllegalArgumentException if a value is out of range
         */
        public ExchangeSettings build() {
            return new ExchangeSettings(
                    seed,
                    orderLatency,
                    ackLatency,
                    cancelLatency,
                    dataLatency,
                    minedAfter,
                    confirmedAfter,
                    retryAfter,
                    operationAfter,
                    retryRate,
                    settlementFailureRate,
                    gtdMargin,
                    feeRounding,
                    keepOrdersOffTick);
        }
    }
}
