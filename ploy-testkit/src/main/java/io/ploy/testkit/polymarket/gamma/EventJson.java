package io.ploy.testkit.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.game.Games;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.Tag;
import java.util.List;

/** An event as the catalogue writes it, with its markets, or abridged within a market. */
final class EventJson {
    private final Catalogue catalogue;
    private final Snapshots snapshots;
    private final MarketJson markets;
    private final SeriesRegister series;
    private final Games games;

    EventJson(Catalogue catalogue, Snapshots snapshots, MarketJson markets, SeriesRegister series, Games games) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.markets = markets;
        this.series = series;
        this.games = games;
    }

    /** The event with its markets, closed ones too. */
    ObjectNode write(ListedEvent event) {
        ObjectNode json = abridged(event);
        ArrayNode within = json.putArray("markets");
        catalogue.markets(event).forEach(market -> within.add(markets.write(market)));
        return json;
    }

    /** A market with the event it belongs to. */
    ObjectNode write(ListedMarket market) {
        ObjectNode json = markets.write(market);
        json.putArray("events").add(abridged(market.event()));
        return json;
    }

    private ObjectNode abridged(ListedEvent event) {
        List<ListedMarket> within = catalogue.markets(event);
        boolean closed = isClosed(event);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", event.id());
        json.put("ticker", event.slug());
        json.put("slug", event.slug());
        json.put("title", event.title());
        json.put("description", within.isEmpty() ? "" : within.get(0).description());
        json.put("startDate", event.createdAt().toString());
        json.put("creationDate", event.createdAt().toString());
        json.put("endDate", event.endsAt().toString());
        json.put("active", true);
        json.put("closed", closed);
        json.put("archived", false);
        json.put("new", false);
        json.put("featured", false);
        json.put("restricted", true);
        json.put("liquidity", MarketJson.number(sum(within, Snapshot::liquidity)));
        json.put("volume", MarketJson.number(sum(within, Snapshot::volume)));
        json.put("volume24hr", MarketJson.number(sum(within, Snapshot::lastDay)));
        json.put("openInterest", 0);
        json.put("createdAt", event.createdAt().toString());
        json.put("enableOrderBook", true);
        json.put("negRisk", event.negRisk());
        json.put("enableNegRisk", event.negRisk());
        json.put("negRiskAugmented", false);
        if (event.negRisk() && !within.isEmpty()) {
            json.put("negRiskMarketID", within.get(0).negRiskMarketId());
        }
        json.put("commentCount", 0);
        games.of(event.id())
                .ifPresent(game -> json.put("gameId", game.id())
                        .put("startTime", game.startsAt().toString()));
        ArrayNode tags = json.putArray("tags");
        event.tags().forEach(tag -> tags.add(tag(tag)));
        if (!event.seriesSlug().isEmpty()) {
            json.put("seriesSlug", event.seriesSlug());
            json.putArray("series").add(series.write(event.seriesSlug()));
        }
        return json;
    }

    boolean isClosed(ListedEvent event) {
        return catalogue.markets(event).stream()
                .allMatch(market -> MarketJson.closed(market.market().status()));
    }

    long figure(ListedEvent event, Figure figure) {
        return sum(catalogue.markets(event), figure);
    }

    private long sum(List<ListedMarket> within, Figure figure) {
        return within.stream()
                .mapToLong(market -> figure.of(snapshots.of(market)))
                .sum();
    }

    /** One of a market's figures. */
    @FunctionalInterface
    interface Figure {
        long of(Snapshot snapshot);
    }

    static ObjectNode tag(Tag tag) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", tag.id());
        json.put("label", tag.label());
        json.put("slug", tag.slug());
        json.put("forceShow", false);
        return json;
    }
}
