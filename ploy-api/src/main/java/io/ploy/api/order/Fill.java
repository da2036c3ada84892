package io.ploy.api.order;

import io.ploy.api.Stable;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A part of an order that was executed. A match is not final: see {@link #settlement()}.
 *
 * @param id names it; the same through confirmation or reversal
 * @param order the order it belongs to
 * @param instrument what was traded
 * @param side what our order did
 * @param price at which it was executed
 * @param quantity shares
 * @param fee what it costs, estimated until confirmed
 * @param role whether our order rested or crossed
 * @param settlement how far it has come on chain
 * @param late whether it came after the order was thought to be closed
 * @param at when we learned of this settlement status, engine time
 */
@Stable
public record Fill(
        FillId id,
        ClientOrderId order,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        Cash fee,
        LiquidityRole role,
        SettlementStatus settlement,
        boolean late,
        Instant at) {
    /**
     * Price times quantity, without the fee, rounded against us.
     *
     * @return what was paid or received
     */
    public Cash notional() {
        return Cash.notional(price, quantity, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }
}
