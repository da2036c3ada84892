package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.OptionalInt;

/**
 * Which outcome of which market a row is about. Texts are empty where the indexer says nothing.
 *
 * @param tokenId the outcome's token or position
 * @param conditionId the market's condition; 62 digits long for combinations
 * @param name the outcome's name
 * @param index the outcome's place in the market, absent where the indexer could not tell
 * @param title the market's question
 * @param slug the market's short name
 * @param eventSlug the event's short name
 */
public record OutcomeLabel(
        String tokenId,
        String conditionId,
        String name,
        OptionalInt index,
        String title,
        String slug,
        String eventSlug) {
    /** The indexer's number for an outcome it could not tell. */
    private static final int NO_INDEX = 999;

    static OutcomeLabel v1(JsonObject in) {
        return read(in, "asset", "conditionId", "outcomeIndex", "eventSlug");
    }

    static OutcomeLabel v2(JsonObject in) {
        return read(in, "token_id", "condition_id", "outcome_index", "event_slug");
    }

    private static OutcomeLabel read(JsonObject in, String token, String condition, String index, String eventSlug) {
        return new OutcomeLabel(
                in.filled(token).map(JsonValue::id).orElse(""),
                in.filled(condition).map(JsonValue::id).orElse(""),
                text(in, "outcome"),
                in.filled(index).map(JsonValue::wholeInt).filter(at -> at != NO_INDEX).stream()
                        .mapToInt(at -> at)
                        .findFirst(),
                text(in, "title"),
                text(in, "slug"),
                text(in, eventSlug));
    }

    /** The label of a row that is about an outcome in any case. */
    OutcomeLabel known(JsonObject in) {
        if (tokenId.isEmpty() || conditionId.isEmpty()) {
            throw in.value().wrong("does not say which outcome of which market it is about");
        }
        return this;
    }

    static String text(JsonObject in, String member) {
        return in.optional(member).map(JsonValue::text).orElse("");
    }
}
