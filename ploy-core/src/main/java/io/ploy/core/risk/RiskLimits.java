package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be risked. There is no "unlimited": every limit has a value, and the values one does not set are those of the
 * conservative profile. Immutable and thread-safe.
 */
public final class RiskLimits {
    /** Larger amounts are mistakes, and sums of them would no longer fit. */
    static final long LARGEST_MICROS = 100_000_000L * FixedPoint.ONE;

    private final Quantity maxOrderQuantity;
    private final Cash maxOrderNotional;
    private final Quantity maxPosition;
    private final Cash maxMarketExposure;
    private final Cash maxAccountExposure;
    private final int maxOpenOrders;
    private final int moreOrdersToReduce;
    private final Cash cashFloor;
    private final Duration maxBookAge;
    private final @Nullable Price blindSellFloor;

    private RiskLimits(Builder builder) {
        maxOrderQuantity = builder.maxOrderQuantity;
        maxOrderNotional = builder.maxOrderNotional;
        maxPosition = builder.maxPosition;
        maxMarketExposure = builder.maxMarketExposure;
        maxAccountExposure = builder.maxAccountExposure;
        maxOpenOrders = builder.maxOpenOrders;
        moreOrdersToReduce = builder.moreOrdersToReduce;
        cashFloor = builder.cashFloor;
        maxBookAge = builder.maxBookAge;
        blindSellFloor = builder.blindSellFloor;
    }

    /**
     * The conservative profile.
     *
     * @return 1,000 shares and 100 USD an order, 5,000 shares of an instrument, 50 USD at risk in a market and 500 in the
     *     account, 50 open orders of a strategy and 10 more to reduce, 10 USD that stay, books at most 5 seconds old
     */
    public static RiskLimits conservative() {
        return builder().build();
    }

    /**
     * The standard profile: the conservative one with five times the USD at risk.
     *
     * @return 500 USD an order, 250 USD at risk in a market and 2,500 in the account
     */
    public static RiskLimits standard() {
        return builder()
                .maxOrderNotional(Cash.ofUsd(500))
                .maxMarketExposure(Cash.ofUsd(250))
                .maxAccountExposure(Cash.ofUsd(2_500))
                .build();
    }

    /**
     * Starts from the conservative profile.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these limits.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder()
                .maxOrderQuantity(maxOrderQuantity)
                .maxOrderNotional(maxOrderNotional)
                .maxPosition(maxPosition)
                .maxMarketExposure(maxMarketExposure)
                .maxAccountExposure(maxAccountExposure)
                .maxOpenOrders(maxOpenOrders)
                .moreOrdersToReduce(moreOrdersToReduce)
                .cashFloor(cashFloor)
                .maxBookAge(maxBookAge)
                .blindSellFloor(blindSellFloor);
    }

    /**
     * The most shares of one order.
     *
     * @return shares, 1,000 by default
     */
    public Quantity maxOrderQuantity() {
        return maxOrderQuantity;
    }

    /**
     * The most that one order may be worth at its limit.
     *
     * @return USD, 100 by default
     */
    public Cash maxOrderNotional() {
        return maxOrderNotional;
    }

    /**
     * The most shares of one instrument the account may come to hold, open orders included.
     *
     * @return shares, 5,000 by default
     */
    public Quantity maxPosition() {
        return maxPosition;
    }

    /**
     * The most that one market may lose.
     *
     * @return USD, 50 by default
     */
    public Cash maxMarketExposure() {
        return maxMarketExposure;
    }

    /**
     * The most that all markets together may lose.
     *
     * @return USD, 500 by default
     */
    public Cash maxAccountExposure() {
        return maxAccountExposure;
    }

    /**
     * The most open orders of one strategy.
     *
     * @return 50 by default
     */
    public int maxOpenOrders() {
        return maxOpenOrders;
    }

    /**
     * How many open orders more a strategy may have to reduce risk.
     *
     * @return 10 by default
     */
    public int moreOrdersToReduce() {
        return moreOrdersToReduce;
    }

    /**
     * Cash that no order may use.
     *
     * @return USD, 10 by default
     */
    public Cash cashFloor() {
        return cashFloor;
    }

    /**
     * How long ago a book must have been heard of at the latest.
     *
     * @return 5 seconds by default
     */
    public Duration maxBookAge() {
        return maxBookAge;
    }

    /**
     * The lowest limit at which an order that reduces may be sent without a trusted and current book.
     *
     * @return absent by default: never
     */
    public Optional<Price> blindSellFloor() {
        return Optional.ofNullable(blindSellFloor);
    }

    @Override
    public String toString() {
        return "order " + maxOrderQuantity + " shares and " + maxOrderNotional + " USD, position " + maxPosition
                + " shares, exposure " + maxMarketExposure + " USD a market and " + maxAccountExposure
                + " in all, " + maxOpenOrders + "+" + moreOrdersToReduce + " open orders, cash floor " + cashFloor
                + " USD, book age " + maxBookAge.toMillis() + " ms"
                + (blindSellFloor == null ? "" : ", blind sales from " + blindSellFloor);
    }

    /** Collects limits. Not thread-safe. */
    public static final class Builder {
        private Quantity maxOrderQuantity = Quantity.ofShares(1_000);
        private Cash maxOrderNotional = Cash.ofUsd(100);
        private Quantity maxPosition = Quantity.ofShares(5_000);
        private Cash maxMarketExposure = Cash.ofUsd(50);
        private Cash maxAccountExposure = Cash.ofUsd(500);
        private int maxOpenOrders = 50;
        private int moreOrdersToReduce = 10;
        private Cash cashFloor = Cash.ofUsd(10);
        private Duration maxBookAge = Duration.ofSeconds(5);
        private @Nullable Price blindSellFloor;

        private Builder() {}

        /**
         * Sets the most shares of one order.
         *
         * @param value shares
         * @return this
         */
        public Builder maxOrderQuantity(Quantity value) {
            maxOrderQuantity = value;
            return this;
        }

        /**
         * Sets the most that one order may be worth at its limit.
         *
         * @param value USD
         * @return this
         */
        public Builder maxOrderNotional(Cash value) {
            maxOrderNotional = value;
            return this;
        }

        /**
         * Sets the most shares of one instrument.
         *
         * @param value shares
         * @return this
         */
        public Builder maxPosition(Quantity value) {
            maxPosition = value;
            return this;
        }

        /**
         * Sets the most that one market may lose.
         *
         * @param value USD
         * @return this
         */
        public Builder maxMarketExposure(Cash value) {
            maxMarketExposure = value;
            return this;
        }

        /**
         * Sets the most that all markets may lose.
         *
         * @param value USD
         * @return this
         */
        public Builder maxAccountExposure(Cash value) {
            maxAccountExposure = value;
            return this;
        }

        /**
         * Sets the most open orders of one strategy.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder maxOpenOrders(int value) {
            maxOpenOrders = value;
            return this;
        }

        /**
         * Sets how many more a strategy may have to reduce risk.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder moreOrdersToReduce(int value) {
            moreOrdersToReduce = value;
            return this;
        }

        /**
         * Sets the cash that no order may use.
         *
         * @param value USD
         * @return this
         */
        public Builder cashFloor(Cash value) {
            cashFloor = value;
            return this;
        }

        /**
         * Sets how old a book may be.
         *
         * @param value above zero
         * @return this
         */
        public Builder maxBookAge(Duration value) {
            maxBookAge = value;
            return this;
        }

        /**
         * Sets the lowest limit of a reducing order without a trusted book.
         *
         * @param value a price, or null for never
         * @return this
         */
        public Builder blindSellFloor(@Nullable Price value) {
            blindSellFloor = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the limits
         * @throws IllegalArgumentException if an amount is negative or above 100 million, or the age is not above zero
         */
        public RiskLimits build() {
            amount("order quantity", maxOrderQuantity.micros());
            amount("order notional", maxOrderNotional.micros());
            amount("position", maxPosition.micros());
            amount("market exposure", maxMarketExposure.micros());
            amount("account exposure", maxAccountExposure.micros());
            amount("cash floor", cashFloor.micros());
            if (maxOpenOrders < 0 || moreOrdersToReduce < 0) {
                throw new IllegalArgumentException(
                        "negative number of orders: " + maxOpenOrders + ", " + moreOrdersToReduce);
            }
            if (maxBookAge.isNegative() || maxBookAge.isZero()) {
                throw new IllegalArgumentException("book age must be above zero: " + maxBookAge);
            }
            return new RiskLimits(this);
        }

        private static void amount(String what, long micros) {
            if (micros < 0 || micros > LARGEST_MICROS) {
                throw new IllegalArgumentException(
                        what + " limit outside [0, 100000000]: " + FixedPoint.format(micros));
            }
        }
    }
}
