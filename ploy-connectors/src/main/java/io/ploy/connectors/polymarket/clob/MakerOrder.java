package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part a resting order had in a trade. It may be on the other outcome's token.
 *
 * @param order which order
 * @param owner the key of the credentials it was sent with
 * @param maker the address that holds the money, or null if not said
 * @param matched shares
 * @param price its own price
 * @param token its own token
 * @param side what it did, or null where the venue does not say
 * @param outcome its outcome's name, may be empty
 * @param feeRateBps a leftover rate in basis points, or null; not for reckoning fees
 */
public record MakerOrder(
        VenueOrderId order,
        String owner,
        @Nullable Address maker,
        Quantity matched,
        Price price,
        String token,
        @Nullable Side side,
        String outcome,
        @Nullable BigDecimal feeRateBps) {}
