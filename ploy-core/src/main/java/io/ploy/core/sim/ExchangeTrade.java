package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.List;

/**
 * What an arriving order took at one price, as the exchange has it. An order that takes at several prices makes one trade
 * with several buckets, which settle apart.
 *
 * @param id of the trade, the same for all its buckets
 * @param bucket from 0, best price first
 * @param market where
 * @param matchedAt when the orders met
 * @param status how far it has settled
 * @param updatedAt since when
 * @param taker the arriving order's part
 * @param makers the resting orders' parts, in the order in which they were taken; their quantities sum to the taker's
 */
public record ExchangeTrade(
        String id,
        int bucket,
        MarketId market,
        Instant matchedAt,
        SettlementStatus status,
        Instant updatedAt,
        Leg taker,
        List<Leg> makers) {
    /** Copies the list. */
    public ExchangeTrade {
        makers = List.copyOf(makers);
    }

    /**
     * One order's part.
     *
     * @param account whose order
     * @param order which
     * @param instrument the order's own outcome
     * @param side the order's own side
     * @param price of the order's own outcome
     * @param quantity shares
     * @param notional what is paid or received without the fee
     * @param fee USD, on top of what is paid or off what is received
     */
    public record Leg(
            AccountId account,
            VenueOrderId order,
            InstrumentId instrument,
            Side side,
            Price price,
            Quantity quantity,
            Cash notional,
            Cash fee) {}
}
