package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fill leg as it is now.
 *
 * @param sequence of the record that changed it last
 * @param fill its identity; the key
 * @param order our order
 * @param strategy whose order
 * @param market null if not known
 * @param instrument what was traded
 * @param side what our order did
 * @param price at which it executed
 * @param quantity shares
 * @param notional what they cost or brought, without the fee
 * @param fee estimated until the venue says what it was
 * @param role whether our order rested
 * @param settlement how far it has settled; failed legs count for nothing
 * @param late whether it came after the order had closed
 * @param at when it was first reported
 * @param updatedAt when it changed last
 */
public record FillRow(
        long sequence,
        FillId fill,
        ClientOrderId order,
        String strategy,
        @Nullable MarketId market,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        Cash notional,
        Cash fee,
        LiquidityRole role,
        SettlementStatus settlement,
        boolean late,
        Instant at,
        Instant updatedAt)
        implements HistoryRow {}
