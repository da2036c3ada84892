package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.paging.Page;
import java.util.List;
import java.util.function.Function;

/**
 * One page of what was found for some words.
 *
 * @param events that fit
 * @param tags that fit
 * @param profiles that fit
 * @param hasMore whether there is a page after it
 * @param totalResults how many results the venue counts
 */
public record GammaSearch(
        List<GammaEvent> events, List<GammaTag> tags, List<GammaProfile> profiles, boolean hasMore, long totalResults) {
    /** Copies the lists. */
    public GammaSearch {
        events = List.copyOf(events);
        tags = List.copyOf(tags);
        profiles = List.copyOf(profiles);
    }

    static GammaSearch read(JsonValue value) {
        return value.object(in -> in.optional("pagination")
                .map(pagination -> pagination.object(page -> read(
                        in,
                        Texts.flag(page, "hasMore"),
                        page.optional("totalResults").map(JsonValue::whole).orElse(0L))))
                .orElseGet(() -> read(in, false, 0)));
    }

    private static GammaSearch read(JsonObject in, boolean hasMore, long totalResults) {
        return new GammaSearch(
                found(in, "events", GammaEvent::read),
                found(in, "tags", GammaTag::read),
                found(in, "profiles", GammaProfile::read),
                hasMore,
                totalResults);
    }

    /** The venue leaves holes in these lists, which count as entries that cannot be read. */
    private static <T> List<T> found(JsonObject in, String member, Function<JsonValue, T> reader) {
        return in.optional(member)
                .map(list -> Page.of(list, null, reader).items())
                .orElse(List.of());
    }
}
