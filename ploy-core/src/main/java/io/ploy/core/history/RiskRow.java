package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules shrank or refused an order.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param order our name for the order
 * @param strategy who asked
 * @param market null if not known
 * @param instrument of what
 * @param side buy or sell
 * @param limit worst price
 * @param asked shares; for an order that spends, those at its limit
 * @param granted shares, zero if refused
 * @param allowed whether anything was granted
 * @param rules what each rule that had a say said, in order
 */
public record RiskRow(
        long sequence,
        Instant at,
        ClientOrderId order,
        String strategy,
        @Nullable MarketId market,
        InstrumentId instrument,
        Side side,
        Price limit,
        Quantity asked,
        Quantity granted,
        boolean allowed,
        String rules)
        implements HistoryRow {}
