package io.ploy.testkit.polymarket.data;

import io.ploy.api.market.Side;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that became final on the chain.
 *
 * @param type the venue's word: {@code TRADE}, {@code SPLIT}, {@code MERGE}, {@code REDEEM} or {@code CONVERSION}
 * @param account whose
 * @param market where
 * @param first whether a trade was in the first outcome
 * @param side of a trade; null for what is no trade
 * @param shares micro-shares
 * @param cash micros of USD, without fees
 * @param price micros; 0 for what is no trade
 * @param taker whether a trade was taken
 * @param at when it became final
 * @param transactionHash of the chain
 */
record Activity(
        String type,
        VenueAccount account,
        ListedMarket market,
        boolean first,
        @Nullable Side side,
        long shares,
        long cash,
        long price,
        boolean taker,
        Instant at,
        String transactionHash) {
    boolean isTrade() {
        return side != null;
    }
}
