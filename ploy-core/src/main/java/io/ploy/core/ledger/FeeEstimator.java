package io.ploy.core.ledger;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;

/** Says what a fill will cost in fees, until the venue or the chain says what it did cost. */
@FunctionalInterface
public interface FeeEstimator {
    /**
     * Estimates the fee of one fill leg. Called on the engine thread, once for a leg whose report names no fee. A fee
     * that is not known is not zero: when in doubt, answer the largest it can be.
     *
     * @param instrument what was traded
     * @param side what our order did
     * @param price at which it executed
     * @param quantity shares
     * @param role whether our order rested or crossed
     * @return USD, above zero for what we pay
     */
    Cash estimate(InstrumentId instrument, Side side, Price price, Quantity quantity, LiquidityRole role);
}
