package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue has it.
 *
 * @param id names it
 * @param state where it stands
 * @param stateText the venue's word for it, as received
 * @param reason what the venue says about why it was cancelled, or empty
 * @param owner the key of the credentials it was sent with
 * @param maker the address that holds the money, or null if not said
 * @param market condition id
 * @param token outcome token or position
 * @param side buying or selling
 * @param original shares asked for
 * @param matched shares matched so far
 * @param price its limit
 * @param outcome the outcome's name, may be empty
 * @param timeInForce how long it stays, or null if not said or not known here
 * @param createdAt when it was made, or null if not said
 * @param expiresAt when it ends, or null if never
 * @param trades ids of its trades as far as said
 */
public record OpenOrder(
        VenueOrderId id,
        OrderState state,
        String stateText,
        String reason,
        String owner,
        @Nullable Address maker,
        String market,
        String token,
        Side side,
        Quantity original,
        Quantity matched,
        Price price,
        String outcome,
        @Nullable TimeInForce timeInForce,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        List<String> trades) {
    /** Copies the list. */
    public OpenOrder {
        trades = List.copyOf(trades);
    }
}
