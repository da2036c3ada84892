package io.ploy.core.sim;

import java.time.Duration;

/**
 * What a {@link RecordedVenue} assumes. A recording shows what others did, never what they would have done had our orders
 * been there, so each of these is a choice; the defaults are {@link #conservative()}. Immutable.
 *
 * @param terms latencies, settlement and rounding, as in a {@link SimulatedExchange}
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
 */
public record FillModel(
        VenueTerms terms,
        double liquidityShare,
        double tradeShare,
        double cancelsAhead,
        Duration printWindow,
        boolean tradesRequired,
        boolean tradableAfterWindowEnd) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the window is negative or a share outside [0, 1]
     */
    public FillModel {
        VenueTerms.notNegative("printWindow", printWindow);
        VenueTerms.share("liquidityShare", liquidityShare);
        VenueTerms.share("tradeShare", tradeShare);
        VenueTerms.share("cancelsAhead", cancelsAhead);
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
        return new FillModel(
                VenueTerms.usual(Duration.ofMillis(250), Duration.ofMillis(150), 0.005),
                0.5,
                0.5,
                0,
                Duration.ofSeconds(1),
                true,
                false);
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
        return conservative().toBuilder();
    }

    /**
     * Starts from this model.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects assumptions. Not thread-safe. */
    public static final class Builder extends VenueTerms.Builder<Builder> {
        private double liquidityShare;
        private double tradeShare;
        private double cancelsAhead;
        private Duration printWindow;
        private boolean tradesRequired;
        private boolean tradableAfterWindowEnd;

        private Builder(FillModel from) {
            super(from.terms);
            liquidityShare = from.liquidityShare;
            tradeShare = from.tradeShare;
            cancelsAhead = from.cancelsAhead;
            printWindow = from.printWindow;
            tradesRequired = from.tradesRequired;
            tradableAfterWindowEnd = from.tradableAfterWindowEnd;
        }

        @Override
        Builder self() {
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
         * Checks and builds.
         *
         * @return the model
         * @throws IllegalArgumentException if a value is out of range
         */
        public FillModel build() {
            return new FillModel(
                    terms(),
                    liquidityShare,
                    tradeShare,
                    cancelsAhead,
                    printWindow,
                    tradesRequired,
                    tradableAfterWindowEnd);
        }
    }
}
