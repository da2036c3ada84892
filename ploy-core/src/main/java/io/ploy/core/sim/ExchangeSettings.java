package io.ploy.core.sim;

import java.time.Duration;

/**
 * How a {@link SimulatedExchange} behaves. Everything random is drawn from the seed in its terms. Immutable.
 *
 * @param terms latencies, settlement and rounding
 * @param dataLatency from the venue to the market-data listeners
 * @param keepOrdersOffTick whether resting orders off a new tick stay on the book; otherwise the venue cancels them
 */
public record ExchangeSettings(VenueTerms terms, Duration dataLatency, boolean keepOrdersOffTick) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the latency is negative
     */
    public ExchangeSettings {
        VenueTerms.notNegative("dataLatency", dataLatency);
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
    public static final class Builder extends VenueTerms.Builder<Builder> {
        private Duration dataLatency = Duration.ofMillis(30);
        private boolean keepOrdersOffTick;

        private Builder() {
            super(VenueTerms.usual(Duration.ofMillis(60), Duration.ofMillis(30), 0));
        }

        @Override
        Builder self() {
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
            return new ExchangeSettings(terms(), dataLatency, keepOrdersOffTick);
        }
    }
}
