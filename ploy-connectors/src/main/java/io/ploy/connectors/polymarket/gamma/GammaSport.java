package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * A sport the venue has markets on.
 *
 * @param sport the venue's short name, such as {@code nba}
 * @param seriesId the series of its events, may be empty
 * @param tagIds the tags of its events
 */
public record GammaSport(String sport, String seriesId, List<String> tagIds) {
    /** Copies the list. */
    public GammaSport {
        tagIds = List.copyOf(tagIds);
    }

    static GammaSport read(JsonValue value) {
        return value.object(in -> {
            in.ignore("id", "image", "resolution", "ordering", "createdAt", "updatedAt");
            return new GammaSport(in.required("sport").id(), Texts.id(in, "series"), tags(Texts.id(in, "tags")));
        });
    }

    private static List<String> tags(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
