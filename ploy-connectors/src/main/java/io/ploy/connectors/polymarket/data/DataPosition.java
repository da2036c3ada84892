package io.ploy.connectors.polymarket.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds, or held, of one outcome. A number is null where the indexer does not know it.
 *
 * @param wallet whose it is, as written
 * @param outcome of what
 * @param status how far it has come
 * @param size shares held
 * @param figures what it cost and is worth
 * @param redeemable whether it can be redeemed, also for nothing
 * @param mergeable whether the other outcome is held too
 * @param negativeRisk whether the market is a leg of a negative-risk event
 * @param archived whether the market is hidden
 * @param oppositeTokenId the other outcome's token or position, may be empty
 * @param lastEvent when it changed last, or null
 */
public record DataPosition(
        String wallet,
        OutcomeLabel outcome,
        PositionStatus status,
        Amount size,
        PositionFigures figures,
        boolean redeemable,
        boolean mergeable,
        boolean negativeRisk,
        boolean archived,
        String oppositeTokenId,
        @Nullable Instant lastEvent) {}
