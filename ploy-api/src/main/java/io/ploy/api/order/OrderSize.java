package io.ploy.api.order;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;

/** How much an order is for: a number of shares, or an amount to spend. What is signed bounds what can execute. */
@Stable
public sealed interface OrderSize {
    /**
     * A number of shares to acquire or to sell.
     *
     * @param quantity above zero
     */
    @Stable
    record Shares(Quantity quantity) implements OrderSize {
        /** Refuses nothing. */
        public Shares {
            if (quantity.isZero()) {
                throw new IllegalArgumentException("an order for zero shares");
            }
        }

        @Override
        public String toString() {
            return quantity + " shares";
        }
    }

    /**
     * An amount of cash to spend at most, fees apart. Price improvement brings more shares.
     *
     * @param cash above zero
     */
    @Stable
    record Spend(Cash cash) implements OrderSize {
        /** Refuses nothing. */
        public Spend {
            if (cash.micros() <= 0) {
                throw new IllegalArgumentException("an order to spend " + cash + " USD");
            }
        }

        @Override
        public String toString() {
            return cash + " USD";
        }
    }
}
