package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of an order that carried a builder's code. Amounts are as written: the venue's description gives them in
 * micros, its captures in units.
 *
 * @param id names the trade
 * @param bucketIndex which part of it
 * @param type what the order did, as the venue writes it
 * @param takerOrder the order that crossed
 * @param builder the code
 * @param market condition id
 * @param token the token
 * @param side what the order did
 * @param size shares, as written
 * @param sizeUsd collateral, as written
 * @param price at which it was made
 * @param status how far it has come on chain
 * @param outcome the outcome's name, may be empty
 * @param owner the key of the credentials
 * @param maker the address that holds the money, or null if not said
 * @param transactionHash or null while there is none
 * @param matchedAt when it matched, or null if not said
 * @param fee as written, or null if not said
 * @param feeUsd as written, or null if not said
 */
public record BuilderTrade(
        String id,
        int bucketIndex,
        String type,
        VenueOrderId takerOrder,
        String builder,
        String market,
        String token,
        Side side,
        BigDecimal size,
        BigDecimal sizeUsd,
        Price price,
        SettlementStatus status,
        String outcome,
        String owner,
        @Nullable Address maker,
        @Nullable String transactionHash,
        @Nullable Instant matchedAt,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal feeUsd) {}
