package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.paging.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of related markets as the catalogue has it.
 *
 * @param summary what its markets know of it
 * @param active whether it was released
 * @param closed whether trading is over
 * @param archived whether it is hidden
 * @param start when it was released, or null
 * @param end when what it is about is over, or null
 * @param volume traded so far, in USD, or null
 * @param liquidity offered in its books, in USD, or null
 * @param openInterest what outstanding shares are worth, in USD, or null
 * @param series the series it is part of
 * @param tags its subjects
 * @param markets its markets, closed and inactive ones too; those that cannot be read are left out
 * @param unreadable how many markets cannot be read
 */
public record GammaEvent(
        GammaEventSummary summary,
        boolean active,
        boolean closed,
        boolean archived,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal liquidity,
        @Nullable BigDecimal openInterest,
        List<GammaSeries> series,
        List<GammaTag> tags,
        List<GammaMarket> markets,
        int unreadable) {
    /** Copies the lists. */
    public GammaEvent {
        series = List.copyOf(series);
        tags = List.copyOf(tags);
        markets = List.copyOf(markets);
    }

    /** The catalogue's number of the event. */
    public String id() {
        return summary.id();
    }

    /** Its short readable name. */
    public String slug() {
        return summary.slug();
    }

    static GammaEvent read(JsonValue value) {
        return value.object(in -> {
            in.ignore(GammaMembers.OF_EVENT);
            return read(in);
        });
    }

    private static GammaEvent read(JsonObject in) {
        List<GammaSeries> series = Texts.list(in, "series", GammaSeries::read);
        List<GammaTag> tags = Texts.list(in, "tags", GammaTag::read);
        GammaEventSummary summary = GammaEventSummary.read(in, series, tags);
        Members markets = Members.of(in, summary);
        return new GammaEvent(
                summary,
                Texts.flag(in, "active"),
                Texts.flag(in, "closed"),
                Texts.flag(in, "archived"),
                Texts.time(in, "startDate"),
                Texts.time(in, "endDate"),
                Texts.decimal(in, "volume"),
                Texts.decimal(in, "liquidity"),
                Texts.decimal(in, "openInterest"),
                series,
                tags,
                markets.readable(),
                markets.unreadable());
    }

    /** The markets of an event. One that cannot be read must not hide the others. */
    private record Members(List<GammaMarket> readable, int unreadable) {
        static Members of(JsonObject in, GammaEventSummary event) {
            return in.filled("markets")
                    .map(list -> Page.of(list, null, GammaMarket::read))
                    .map(page -> new Members(
                            page.items().stream()
                                    .map(market -> market.within(event))
                                    .toList(),
                            page.unreadable()))
                    .orElse(new Members(List.of(), 0));
        }
    }
}
