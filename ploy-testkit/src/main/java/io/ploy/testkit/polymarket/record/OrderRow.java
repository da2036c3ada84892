package io.ploy.testkit.polymarket.record;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.TimeInForce;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue's APIs tell it.
 *
 * @param id the order's hash, lower case
 * @param account whose
 * @param owner the API key it came with
 * @param market where
 * @param instrument which outcome
 * @param side buy or sell
 * @param price the limit
 * @param original shares wanted; for an order sized by cash, what the cash buys at the limit
 * @param matched shares matched so far
 * @param timeInForce how long it lives
 * @param status the venue's word: {@code LIVE}, {@code MATCHED}, {@code DELAYED}, {@code UNMATCHED}, {@code CANCELED},
 *     {@code INVALID} or {@code CANCELED_} with a reason
 * @param createdAt when it came
 * @param expiresAt as its owner asked; null if never
 * @param trades the ids of what it was part of, oldest first
 */
public record OrderRow(
        String id,
        VenueAccount account,
        String owner,
        ListedMarket market,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity original,
        Quantity matched,
        TimeInForce timeInForce,
        String status,
        Instant createdAt,
        @Nullable Instant expiresAt,
        List<String> trades) {
    /** Copies the list. */
    public OrderRow {
        trades = List.copyOf(trades);
    }
}
