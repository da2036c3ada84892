package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a share cost at a time.
 *
 * @param at the observation, or the start of the time it stands for
 * @param price of a share; the payout, at the end of a resolved market's history
 * @param resolution the time it stands for: zero for an observation, null where the indexer does not say
 */
public record PricePoint(Instant at, Amount price, @Nullable Duration resolution) {
    static PricePoint read(JsonValue row) {
        return row.object(in -> new PricePoint(
                in.required("timestamp").time(),
                Amount.share(in.required("price")),
                in.optional("resolution_seconds")
                        .map(JsonValue::whole)
                        .map(Duration::ofSeconds)
                        .orElse(null)));
    }
}
