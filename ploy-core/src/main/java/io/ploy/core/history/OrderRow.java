package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is now.
 *
 * @param sequence of the last record about it
 * @param order our name for it; the key
 * @param venueOrder the venue's name, or null if it was never prepared
 * @param strategy who asked
 * @param market null if nothing is known of the instrument's market
 * @param instrument of what
 * @param side buy or sell
 * @param quantity shares; for an order that spends, those at its limit
 * @param spend what to spend, or null for an order for shares
 * @param limit worst price
 * @param timeInForce how long it rests
 * @param expiresAt when a dated order ends, or null
 * @param postOnly whether it may only rest
 * @param reduceOnly whether it may only reduce
 * @param reason the strategy's words, may be empty
 * @param status where it is
 * @param matched shares that matched by all accounts
 * @param economic shares filled and not reversed
 * @param confirmed shares filled for good
 * @param notional what the economic shares cost or brought, without fees
 * @param fees of the economic shares
 * @param closeReason why it closed, or null while it is open
 * @param detail in words, may be empty
 * @param createdAt when it was accepted or refused
 * @param updatedAt when it changed last
 */
public record OrderRow(
        long sequence,
        ClientOrderId order,
        @Nullable VenueOrderId venueOrder,
        String strategy,
        @Nullable MarketId market,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        @Nullable Cash spend,
        Price limit,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        boolean postOnly,
        boolean reduceOnly,
        String reason,
        OrderStatus status,
        Quantity matched,
        Quantity economic,
        Quantity confirmed,
        Cash notional,
        Cash fees,
        @Nullable CloseReason closeReason,
        String detail,
        Instant createdAt,
        Instant updatedAt)
        implements HistoryRow {}
