package io.ploy.core.sim;

import java.math.RoundingMode;
import java.time.Duration;

/**
 * What a {@link RecordedVenue} assumes. A recording shows what others did, never what they would have done had our orders
 * been there, so each of these is a choice; the defaults are {@link #conservative()}. Immutable.
 *
 * @param seed decides which trades are retried and which fail
 * @param orderLatency from a send, a look-up, an operation or a read to the venue
 * @param ackLatency from the venue back to the caller: answers, fills, settlement statuses
 * @param cancelLatency from a cancel to the venue
 * @param liquidityShare which part of a displayed size, 0 to 1, our orders may have, taking it or being crossed by it.
 *     What we used stays used: it is given back only as far as the displayed size falls below it, so that only size
 *     displayed on top of what we used is new
 * @param tradeShare which part of a printed trade, 0 to 1, fills our resting orders once it reaches them: in full where
 *     it went through our price, after the queue where it was at our price
 * @param cancelsAhead which part, 0 to 1, of size that disappears at our price without a trade was ahead of us. Whatever
 *     it is, we are never further back than what is displayed
 * @param printWindow for how long a disappearance and a printed trade can explain each other; a feed sends the book first
 *     and the trade some milliseconds later. It is forgotten after one to two windows; zero means never
 * @param tradesRequired whether only printed trades move the queue. For feeds without trades set it false: size that
 *     disappears from our level while it is the best displayed then counts as traded, cancels too, which flatters
 * @param tradableAfterWindowEnd whether a market with a window may be traded after its end; otherwise what rests is
 *     cancelled there
 * @param minedAfter from a match to the block that holds it
 * @param confirmedAfter from a match to finality, when balances move; at least {@code minedAfter}
 * @param retryAfter what a retry adds, and what follows a retry until a trade is given up
 * @param operationAfter from the arrival of a split, merge or redemption to its confirmation
 * @param retryRate share of trades, 0 to 1, that are {@code RETRYING} before they confirm
 * @param settlementFailureRate share of trades, 0 to 1, that end {@code FAILED} and are taken back
 * @param gtdMargin how long before its date the venue stops honouring a good-till-date order; nearer dates are refused
 * @param feeRounding how the last 0.00001 USD of a fee is decided, which the venue does not publish
 */
public record FillModel(
        long seed,
        Duration orderLatency,
        Duration ackLatency,
        Duration cancelLatency,
        double liquidityShare,
        double tradeShare,
        double cancelsAhead,
        Duration printWindow,
        boolean tradesRequired,
        boolean tradableAfterWindowEnd,
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
    public FillModel {
        VenueTerms.check(
                minedAfter,
                confirmedAfter,
                retryRate,
                settlementFailureRate,
                orderLatency,
                ackLatency,
                cancelLatency,
                printWindow,
                retryAfter,
                operationAfter,
                gtdMargin);
        VenueTerms.share("liquidityShare", liquidityShare);
        VenueTerms.share("tradeShare", tradeShare);
        VenueTerms.share("cancelsAhead", cancelsAhead);
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

    /** A share in millionths: from here on amounts meet whole numbers only. */
    static long micros(double share) {
        return Math.round(share * 1_000_000);
    }

    /**
     * The default: 250 ms to the venue and 150 ms back, half of what is displayed and of what is printed, nobody ahead
     * of us cancels, one trade in two hundred fails.
     *
     * @return the conservative model
     */
    public static FillModel conservative() {
        return builder().build();
    }

    /**
     * The middle: the same latencies, all of what is displayed and printed, half of the cancels ahead of us, nothing
     * fails.
     *
     * @return the base model
     */
    public static FillModel base() {
        return builder()
                .liquidityShare(1)
                .tradeShare(1)
                .cancelsAhead(0.5)
                .settlementFailureRate(0)
                .build();
    }

    /**
     * The other bound: 50 ms to the venue and 30 ms back, everything displayed and printed, every cancel ahead of us,
     * size that disappears from the best level counts as traded, nothing fails.
     *
     * @return the optimistic model
     */
    public static FillModel optimistic() {
        return builder()
                .latency(Duration.ofMillis(50), Duration.ofMillis(30))
                .cancelLatency(Duration.ofMillis(50))
                .liquidityShare(1)
                .tradeShare(1)
                .cancelsAhead(1)
                .tradesRequired(false)
                .settlementFailureRate(0)
                .build();
    }

    /**
     * Starts from {@link #conservative()}.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this model.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.seed = seed;
        copy.orderLatency = orderLatency;
        copy.ackLatency = ackLatency;
        copy.cancelLatency = cancelLatency;
        copy.liquidityShare = liquidityShare;
        copy.tradeShare = tradeShare;
        copy.cancelsAhead = cancelsAhead;
        copy.printWindow = printWindow;
        copy.tradesRequired = tradesRequired;
        copy.tradableAfterWindowEnd = tradableAfterWindowEnd;
        copy.minedAfter = minedAfter;
        copy.confirmedAfter = confirmedAfter;
        copy.retryAfter = retryAfter;
        copy.operationAfter = operationAfter;
        copy.retryRate = retryRate;
        copy.settlementFailureRate = settlementFailureRate;
        copy.gtdMargin = gtdMargin;
        copy.feeRounding = feeRounding;
        return copy;
    }

    /** Collects assumptions. Not thread-safe. */
    public static final class Builder {
        private long seed = 1;
        private Duration orderLatency = Duration.ofMillis(250);
        private Duration ackLatency = Duration.ofMillis(150);
        private Duration cancelLatency = Duration.ofMillis(250);
        private double liquidityShare = 0.5;
        private double tradeShare = 0.5;
        private double cancelsAhead;
        private Duration printWindow = Duration.ofSeconds(1);
        private boolean tradesRequired = true;
        private boolean tradableAfterWindowEnd;
        private Duration minedAfter = Duration.ofSeconds(2);
        private Duration confirmedAfter = Duration.ofSeconds(5);
        private Duration retryAfter = Duration.ofSeconds(5);
        private Duration operationAfter = Duration.ofSeconds(3);
        private double retryRate;
        private double settlementFailureRate = 0.005;
        private Duration gtdMargin = Duration.ofSeconds(60);
        private RoundingMode feeRounding = RoundingMode.CEILING;

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
         * Sets which part of displayed size we may have.
         *
         * @param value 0 to 1
         * @return this
         */
        public Builder liquidityShare(double value) {
            liquidityShare = value;
            return this;
        }

        /**
         * Sets which part of a printed trade fills our resting orders.
         *
         * @param value 0 to 1
         * @return this
         */
        public Builder tradeShare(double value) {
            tradeShare = value;
            return this;
        }

        /**
         * Sets which part of cancelled size was ahead of us.
         *
         * @param value 0 to 1
         * @return this
         */
        public Builder cancelsAhead(double value) {
            cancelsAhead = value;
            return this;
        }

        /**
         * Sets how long a disappearance and a trade can explain each other.
         *
         * @param value zero for ever
         * @return this
         */
        public Builder printWindow(Duration value) {
            printWindow = value;
            return this;
        }

        /**
         * Sets whether only printed trades move the queue.
         *
         * @param value false for feeds without trades
         * @return this
         */
        public Builder tradesRequired(boolean value) {
            tradesRequired = value;
            return this;
        }

        /**
         * Sets whether a market may be traded after its window.
         *
         * @param value true to go on
         * @return this
         */
        public Builder tradableAfterWindowEnd(boolean value) {
            tradableAfterWindowEnd = value;
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
         * Checks and builds.
         *
         * @return the model
         * @throws IllegalArgumentException if a value is out of range
         */
        public FillModel build() {
            return new FillModel(
                    seed,
                    orderLatency,
                    ackLatency,
                    cancelLatency,
                    liquidityShare,
                    tradeShare,
                    cancelsAhead,
                    printWindow,
                    tradesRequired,
                    tradableAfterWindowEnd,
                    minedAfter,
                    confirmedAfter,
                    retryAfter,
                    operationAfter,
                    retryRate,
                    settlementFailureRate,
                    gtdMargin,
                    feeRounding);
        }
    }
}
