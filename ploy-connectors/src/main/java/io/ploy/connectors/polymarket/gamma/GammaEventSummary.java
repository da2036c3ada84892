package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The event a market belongs to, as much of it as comes with the market.
 *
 * @param id the catalogue's number of the event
 * @param slug its short readable name, may be empty
 * @param title in words, may be empty
 * @param negRisk whether its markets exclude each other
 * @param negRiskAugmented whether it holds places for outcomes that have no name yet
 * @param negRiskMarketId what its markets have in common on chain, may be empty
 * @param seriesSlugs the series it is part of
 * @param startTime when what it is about begins, or null
 * @param priceToBeat the strike, published after the window, or null
 * @param markets how many markets it has, or 0 if that was not told
 * @param tags its subjects, by their short names; empty if they were not told
 */
public record GammaEventSummary(
        String id,
        String slug,
        String title,
        boolean negRisk,
        boolean negRiskAugmented,
        String negRiskMarketId,
        List<String> seriesSlugs,
        @Nullable Instant startTime,
        @Nullable BigDecimal priceToBeat,
        int markets,
        List<String> tags) {
    /** Copies the lists. */
    public GammaEventSummary {
        seriesSlugs = List.copyOf(seriesSlugs);
        tags = List.copyOf(tags);
    }

    static GammaEventSummary read(JsonValue value) {
        return value.object(in -> {
            in.ignore(GammaMembers.OF_EVENT);
            return read(in, Texts.list(in, "series", GammaSeries::read), List.of());
        });
    }

    static GammaEventSummary read(JsonObject in, List<GammaSeries> series, List<GammaTag> tags) {
        String slug = Texts.text(in, "seriesSlug");
        List<String> slugs = series.isEmpty() && !slug.isEmpty()
                ? List.of(slug)
                : series.stream().map(GammaSeries::slug).toList();
        return new GammaEventSummary(
                in.required("id").id(),
                Texts.text(in, "slug"),
                Texts.text(in, "title"),
                Texts.flag(in, "negRisk"),
                Texts.flag(in, "negRiskAugmented"),
                Texts.text(in, "negRiskMarketID"),
                slugs,
                Texts.time(in, "startTime"),
                priceToBeat(in),
                in.filled("markets")
                        .filter(JsonValue::isList)
                        .map(GammaEventSummary::count)
                        .orElse(0),
                tags.stream().map(GammaTag::slug).toList());
    }

    private static int count(JsonValue list) {
        return list.list(Function.identity()).size();
    }

    private static @Nullable BigDecimal priceToBeat(JsonObject in) {
        return in.filled("eventMetadata")
                .filter(JsonValue::isObject)
                .map(metadata -> metadata.object(about -> {
                    about.ignore("finalPrice", "context_description", "context_requires_regen", "context_updated_at");
                    return Texts.decimal(about, "priceToBeat");
                }))
                .orElse(null);
    }
}
