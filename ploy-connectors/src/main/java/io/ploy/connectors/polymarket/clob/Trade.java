package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trade, or one part of it: a trade too large for one transaction comes in several rows with the same id and different
 * {@code bucketIndex}. Token, side, size and price are the taker's; a maker finds its own in {@code makerOrders}.
 *
 * @param id names the trade
 * @param bucketIndex which part of it
 * @param takerOrder the order that crossed
 * @param market condition id
 * @param token the taker's token
 * @param side what the taker did
 * @param size shares
 * @param price the taker's
 * @param status how far it has come on chain
 * @param matchedAt when it matched, or null if not said
 * @param updatedAt when the status changed last, or null if not said
 * @param outcome the taker's outcome's name, may be empty
 * @param owner the key of the credentials the taker's order was sent with
 * @param maker the address of the account asked about, or null if not said
 * @param role what the account asked about did, or null if not said
 * @param transactionHash or null while there is none; may be replaced until the trade is confirmed
 * @param error the venue's words on a failure, or empty
 * @param feeRateBps a leftover rate in basis points, or null; not for reckoning fees
 * @param makerOrders the orders it met
 */
public record Trade(
        String id,
        int bucketIndex,
        VenueOrderId takerOrder,
        String market,
        String token,
        Side side,
        Quantity size,
        Price price,
        SettlementStatus status,
        @Nullable Instant matchedAt,
        @Nullable Instant updatedAt,
        String outcome,
        String owner,
        @Nullable Address maker,
        @Nullable LiquidityRole role,
        @Nullable String transactionHash,
        String error,
        @Nullable BigDecimal feeRateBps,
        List<MakerOrder> makerOrders) {
    /** Copies the list. */
    public Trade {
        makerOrders = List.copyOf(makerOrders);
    }
}
