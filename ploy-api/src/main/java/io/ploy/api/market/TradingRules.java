package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an order in a market must respect. Immutable; a change makes a new instance with a higher epoch, and a plan made
 * under one epoch is not valid under the next.
 */
@Stable
public final class TradingRules {
    private final TickSize tickSize;
    private final Quantity minimumSize;
    private final Cash minimumTakerNotional;
    private final @Nullable FeeSchedule fees;
    private final Duration takerDelay;
    private final long epoch;

    private TradingRules(Builder builder) {
        tickSize = builder.tickSize;
        minimumSize = builder.minimumSize;
        minimumTakerNotional = builder.minimumTakerNotional;
        fees = builder.fees;
        takerDelay = builder.takerDelay;
        epoch = builder.epoch;
    }

    /**
     * Starts with a tick size, a minimum of 5 shares, a crossing minimum of 1 USD, no delay and fees not known.
     *
     * @param tickSize the market's price step
     * @return a builder
     */
    public static Builder builder(TickSize tickSize) {
        return new Builder(tickSize);
    }

    /**
     * The price step.
     *
     * @return the tick size
     */
    public TickSize tickSize() {
        return tickSize;
    }

    /**
     * The smallest order the venue takes.
     *
     * @return shares
     */
    public Quantity minimumSize() {
        return minimumSize;
    }

    /**
     * The smallest notional of an order that crosses the book.
     *
     * @return USD
     */
    public Cash minimumTakerNotional() {
        return minimumTakerNotional;
    }

    /**
     * The fee schedule. Absent means not known, which is not free: without it nothing is priced or ordered.
     *
     * @return the schedule, if known
     */
    public Optional<FeeSchedule> fees() {
        return Optional.ofNullable(fees);
    }

    /**
     * How long the venue holds an order that crosses the book before matching it.
     *
     * @return zero where there is no delay
     */
    public Duration takerDelay() {
        return takerDelay;
    }

    /**
     * Counts changes.
     *
     * @return 0 at first
     */
    public long epoch() {
        return epoch;
    }

    /**
     * The same rules with another tick size and the next epoch.
     *
     * @param changed the new price step
     * @return new rules
     */
    public TradingRules withTickSize(TickSize changed) {
        return toBuilder().tickSize(changed).epoch(epoch + 1).build();
    }

    /**
     * A builder that starts from these rules, epoch included.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(tickSize)
                .minimumSize(minimumSize)
                .minimumTakerNotional(minimumTakerNotional)
                .fees(fees)
                .takerDelay(takerDelay)
                .epoch(epoch);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TradingRules that
                && tickSize.equals(that.tickSize)
                && minimumSize.equals(that.minimumSize)
                && minimumTakerNotional.equals(that.minimumTakerNotional)
                && Objects.equals(fees, that.fees)
                && takerDelay.equals(that.takerDelay)
                && epoch == that.epoch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tickSize, minimumSize, minimumTakerNotional, fees, takerDelay, epoch);
    }

    @Override
    public String toString() {
        return "tick " + tickSize + ", minimum " + minimumSize + " shares, fees " + (fees == null ? "not known" : fees)
                + ", taker delay " + takerDelay + ", epoch " + epoch;
    }

    /** Collects rules. Not thread-safe. */
    public static final class Builder {
        private TickSize tickSize;
        private Quantity minimumSize = Quantity.ofShares(5);
        private Cash minimumTakerNotional = Cash.ofUsd(1);
        private @Nullable FeeSchedule fees;
        private Duration takerDelay = Duration.ZERO;
        private long epoch;

        private Builder(TickSize tickSize) {
            this.tickSize = tickSize;
        }

        /**
         * Sets the price step.
         *
         * @param value the tick size
         * @return this
         */
        public Builder tickSize(TickSize value) {
            tickSize = value;
            return this;
        }

        /**
         * Sets the smallest order.
         *
         * @param value shares
         * @return this
         */
        public Builder minimumSize(Quantity value) {
            minimumSize = value;
            return this;
        }

        /**
         * Sets the smallest notional of a crossing order.
         *
         * @param value USD, not negative
         * @return this
         */
        public Builder minimumTakerNotional(Cash value) {
            minimumTakerNotional = value;
            return this;
        }

        /**
         * Sets the fee schedule.
         *
         * @param value the schedule, or null if not known
         * @return this
         */
        public Builder fees(@Nullable FeeSchedule value) {
            fees = value;
            return this;
        }

        /**
         * Sets the venue's delay for crossing orders.
         *
         * @param value zero or more
         * @return this
         */
        public Builder takerDelay(Duration value) {
            takerDelay = value;
            return this;
        }

        /**
         * Sets the change counter.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder epoch(long value) {
            epoch = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the rules
         * @throws IllegalArgumentException if a value is out of range
         */
        public TradingRules build() {
            if (minimumTakerNotional.isNegative() || takerDelay.isNegative() || epoch < 0) {
                throw new IllegalArgumentException("negative minimum notional, taker delay or epoch");
            }
            return new TradingRules(this);
        }
    }
}
