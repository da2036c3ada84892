package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.connectors.polymarket.VenueMarket;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a market, and from whom.
 *
 * @param id names it
 * @param slug its short name
 * @param status how far it has come
 * @param reason for people: why it is not open, or what the outcome is; empty for open ones
 * @param marketOrNull the market, or null while it lacks ids or rules and so cannot be one
 * @param rules its rules, each with its source
 * @param readAt when the catalogue was asked for it last
 */
public record MarketState(
        MarketId id,
        String slug,
        MarketStatus status,
        String reason,
        @Nullable VenueMarket marketOrNull,
        SourcedRules rules,
        Instant readAt) {
    /** The market, unless it lacks ids or rules and so cannot be one yet. */
    public Optional<VenueMarket> market() {
        return Optional.ofNullable(marketOrNull);
    }
}
