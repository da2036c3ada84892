package io.ploy.testkit.polymarket.record;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Instant;
import java.util.List;

/**
 * A trade as the venue's APIs tell it: one row for every price an order took at.
 *
 * @param id the trade's UUID, the same for all its buckets
 * @param bucket from 0
 * @param market where
 * @param status how far it has settled
 * @param transactionHash of the chain, lower case; empty while there is none
 * @param matchedAt when the orders met
 * @param updatedAt when the status last changed
 * @param taker the arriving order's part
 * @param makers the resting orders' parts
 */
public record TradeRow(
        String id,
        int bucket,
        ListedMarket market,
        SettlementStatus status,
        String transactionHash,
        Instant matchedAt,
        Instant updatedAt,
        Party taker,
        List<Party> makers) {
    /** Copies the list. */
    public TradeRow {
        makers = List.copyOf(makers);
    }

    /**
     * One order's part.
     *
     * @param account whose order
     * @param owner the API key it came with
     * @param order its hash
     * @param instrument the order's own outcome
     * @param side the order's own side
     * @param price of the order's own outcome
     * @param quantity shares
     * @param fee USD
     */
    public record Party(
            VenueAccount account,
            String owner,
            String order,
            InstrumentId instrument,
            Side side,
            Price price,
            Quantity quantity,
            Cash fee) {}
}
