package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;

/**
 * What taking liquidity from one side of a book would give, before fees.
 *
 * @param quantity shares that can be had
 * @param notional what they cost or bring, summed over the levels
 * @param fees taker fees summed over the levels, rounded up; zero where the schedule is not known
 * @param worst the price of the last level reached; equal to the limit when nothing can be had
 */
@Stable
public record Sweep(Quantity quantity, Cash notional, Cash fees, Price worst) {
    /**
     * The average price paid or received, for models.
     *
     * @return USD per share, or NaN if nothing can be had
     */
    public double averagePrice() {
        return notional.toDouble() / quantity.toDouble();
    }

    /**
     * The average cost of a bought share with its fee, for models.
     *
     * @return USD per share, or NaN if nothing can be had
     */
    public double averageAllIn() {
        return (notional.toDouble() + fees.toDouble()) / quantity.toDouble();
    }
}
