package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the indexer is behind.
 *
 * @param measuredAt when this was found
 * @param age how old that is, by the venue's clock
 * @param lag how far its slowest part is behind, or null where it does not say
 * @param slowest which part that is, may be empty
 */
public record DataFreshness(
        Instant measuredAt, Duration age, @Nullable Duration lag, String slowest) {
    static DataFreshness read(JsonValue value) {
        return value.object(in -> {
            in.ignore("ingestion");
            Instant measured = in.required("computed_at").time();
            Duration age = Duration.ofSeconds(in.required("age_seconds").whole());
            return in.required("serving").object(serving -> {
                serving.ignore("mechanisms");
                return new DataFreshness(
                        measured,
                        age,
                        serving.optional("lag_seconds")
                                .map(JsonValue::whole)
                                .map(Duration::ofSeconds)
                                .orElse(null),
                        OutcomeLabel.text(serving, "worst"));
            });
        });
    }
}
