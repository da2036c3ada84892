package io.ploy.connectors.polymarket.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an account did, or that was done for it. A number is null where the indexer does not know it.
 *
 * @param wallet whose it is, as written
 * @param type what happened
 * @param typeText as written
 * @param direction {@code BUY} and {@code SELL} of a trade, {@code IN} and {@code OUT} of a present, else empty
 * @param outcome of what; empty where it is about none
 * @param size shares
 * @param usd collateral
 * @param price per share, zero where there is none
 * @param at when it was settled, to the second
 * @param transactionHash what settled it, may be empty
 * @param combination whether it is about a combination
 */
public record DataActivity(
        String wallet,
        ActivityType type,
        String typeText,
        String direction,
        OutcomeLabel outcome,
        @Nullable Amount size,
        @Nullable Amount usd,
        @Nullable Amount price,
        Instant at,
        String transactionHash,
        boolean combination) {}
