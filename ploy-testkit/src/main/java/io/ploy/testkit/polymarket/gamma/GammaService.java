package io.ploy.testkit.polymarket.gamma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The catalogue over HTTP: events, markets, series, tags, search. Figures in it are as old as the venue's edge keeps them.
 */
public final class GammaService implements RestService {
    /** How long the venue's edge keeps listings. */
    public static final Duration EDGE_CACHE = Duration.ofMinutes(5);

    private static final int MOST_SERIES = 50;
    private static final int MOST_TAGS = 100;
    private static final String EMPTY = "[]";

    private final Catalogue catalogue;
    private final SeriesRegister series;
    private final EventJson json;
    private final Listing<ListedMarket> markets;
    private final Listing<ListedEvent> events;
    private final Routes routes = new Routes();

    /**
     * The catalogue of a venue.
     *
     * @param state whose
     * @param age how old figures in it may be
     */
    public GammaService(VenueState state, Duration age) {
        catalogue = state.catalogue();
        series = new SeriesRegister(catalogue);
        Turnover turnover = new Turnover(state::now);
        state.exchange().observe(turnover);
        Snapshots snapshots = new Snapshots(state, turnover, age);
        json = new EventJson(
                catalogue, snapshots, new MarketJson(catalogue, snapshots, state.games()), series, state.games());
        markets = new Listing<>(
                "markets",
                catalogue::markets,
                ListedMarket::id,
                marketOrders(snapshots),
                (market, filters) -> fits(market, filters, snapshots.of(market)),
                json::write);
        events = new Listing<>("events", catalogue::events, ListedEvent::id, eventOrders(), this::fits, json::write);
        routes.on("GET", "/markets/keyset", listing(markets::keyset))
                .on("GET", "/markets", listing(markets::offset))
                .on("GET", "/markets/slug/{slug}", part("slug", value -> market(value, true)))
                .on("GET", "/markets/{id}", part("id", value -> market(value, false)))
                .on("GET", "/events/keyset", listing(events::keyset))
                .on("GET", "/events", listing(events::offset))
                .on("GET", "/events/slug/{slug}", part("slug", value -> event(value, true)))
                .on("GET", "/events/{id}", part("id", value -> event(value, false)))
                .on("GET", "/series", listing(this::series))
                .on("GET", "/series/{id}", part("id", value -> oneSeries(value)))
                .on("GET", "/tags", listing(this::tags))
                .on("GET", "/tags/slug/{slug}", part("slug", value -> tag(value, Tag::slug)))
                .on("GET", "/tags/{id}", part("id", value -> tag(value, Tag::id)))
                .on("GET", "/tags/{id}/related-tags", listing(request -> WireAnswer.json(EMPTY)))
                .on("GET", "/sports", listing(request -> WireAnswer.json(EMPTY)))
                .on("GET", "/sports/market-types", listing(request -> WireAnswer.json("{\"marketTypes\":[]}")))
                .on("GET", "/teams", listing(request -> WireAnswer.json(EMPTY)))
                .on("GET", "/comments", listing(request -> WireAnswer.json(EMPTY)))
                .on("GET", "/public-search", listing(this::search));
    }

    @Override
    public Turn receive(WireRequest request) {
        return routes.receive(request);
    }

    private static Routes.Handler listing(Function<WireRequest, WireAnswer> answer) {
        return (request, parts) -> () -> answer.apply(request);
    }

    /** A route whose path names one thing. */
    private static Routes.Handler part(String name, Function<String, WireAnswer> answer) {
        return (request, parts) -> () -> answer.apply(parts.getOrDefault(name, ""));
    }

    // ---------------------------------------------------------------- markets

    private static Map<String, Comparator<ListedMarket>> marketOrders(Snapshots snapshots) {
        return Map.of(
                "volume",
                        Comparator.comparingLong(market -> snapshots.of(market).volume()),
                "volumeNum",
                        Comparator.comparingLong(market -> snapshots.of(market).volume()),
                "volume24hr",
                        Comparator.comparingLong(market -> snapshots.of(market).lastDay()),
                "liquidity",
                        Comparator.comparingLong(market -> snapshots.of(market).liquidity()),
                "liquidityNum",
                        Comparator.comparingLong(market -> snapshots.of(market).liquidity()),
                "startDate", Comparator.comparing(ListedMarket::createdAt),
                "createdAt", Comparator.comparing(ListedMarket::createdAt),
                "endDate", Comparator.comparing(ListedMarket::endsAt));
    }

    private static boolean fits(ListedMarket market, Filters filters, Snapshot snapshot) {
        boolean v1 = market.version() == ProtocolVersion.V1;
        List<String> ids = List.of(market.tokenId(true), market.tokenId(false));
        return filters.has("id", market.id())
                && filters.has("slug", market.market().slug())
                && filters.has("condition_ids", market.conditionId())
                && filters.hasAny("clob_token_ids", v1 ? ids : List.of())
                && filters.hasAny("position_ids", v1 ? List.of() : ids)
                && filters.has("question_ids", market.questionId())
                && fitsTags(market.event(), filters)
                && filters.is("closed", MarketJson.closed(market.market().status()), false)
                && filters.is("archived", false)
                && filters.within("liquidity_num", snapshot.liquidity())
                && filters.within("volume_num", snapshot.volume())
                && filters.within("start_date", market.createdAt())
                && filters.within("end_date", market.endsAt());
    }

    private static boolean fitsTags(ListedEvent event, Filters filters) {
        List<String> ids = event.tags().stream().map(Tag::id).toList();
        List<String> slugs = event.tags().stream().map(Tag::slug).toList();
        return filters.hasAny("tag_id", ids)
                && filters.hasAny("tag_slug", slugs)
                && !(filters.isAsked("exclude_tag_id") && filters.hasAny("exclude_tag_id", ids));
    }

    private WireAnswer market(String name, boolean bySlug) {
        return catalogue.markets().stream()
                .filter(market -> name.equals(bySlug ? market.market().slug() : market.id()))
                .findFirst()
                .map(market -> WireAnswer.json(json.write(market).toString()))
                .orElseThrow(GammaService::notFound);
    }

    // ---------------------------------------------------------------- events

    private Map<String, Comparator<ListedEvent>> eventOrders() {
        return Map.of(
                "volume", Comparator.comparingLong(event -> json.figure(event, Snapshot::volume)),
                "volume24hr", Comparator.comparingLong(event -> json.figure(event, Snapshot::lastDay)),
                "liquidity", Comparator.comparingLong(event -> json.figure(event, Snapshot::liquidity)),
                "startDate", Comparator.comparing(ListedEvent::createdAt),
                "createdAt", Comparator.comparing(ListedEvent::createdAt),
                "endDate", Comparator.comparing(ListedEvent::endsAt));
    }

    private boolean fits(ListedEvent event, Filters filters) {
        return filters.has("id", event.id())
                && filters.has("slug", event.slug())
                && fitsTags(event, filters)
                && (!filters.isAsked("series_id")
                        || (!event.seriesSlug().isEmpty() && filters.has("series_id", series.id(event.seriesSlug()))))
                && filters.is("closed", json.isClosed(event), false)
                && filters.is("archived", false)
                && filters.is("featured", false)
                && filters.mentions("title_search", event.title())
                && filters.within("liquidity", json.figure(event, Snapshot::liquidity))
                && filters.within("volume", json.figure(event, Snapshot::volume))
                && filters.within("start_date", event.createdAt())
                && filters.within("end_date", event.endsAt());
    }

    private WireAnswer event(String name, boolean bySlug) {
        return catalogue.events().stream()
                .filter(event -> name.equals(bySlug ? event.slug() : event.id()))
                .findFirst()
                .map(event -> WireAnswer.json(json.write(event).toString()))
                .orElseThrow(GammaService::notFound);
    }

    // ---------------------------------------------------------------- series, tags, search

    private WireAnswer series(WireRequest request) {
        Filters filters = new Filters(request);
        return page(
                series.slugs().stream()
                        .filter(slug -> filters.has("slug", slug))
                        .map(series::write)
                        .toList(),
                filters,
                MOST_SERIES);
    }

    private WireAnswer oneSeries(String id) {
        return series.slug(id)
                .map(slug -> WireAnswer.json(series.write(slug).toString()))
                .orElseThrow(GammaService::notFound);
    }

    private Collection<Tag> allTags() {
        Map<String, Tag> known = new LinkedHashMap<>();
        catalogue.events().forEach(event -> event.tags().forEach(tag -> known.putIfAbsent(tag.id(), tag)));
        return known.values();
    }

    private WireAnswer tags(WireRequest request) {
        return page(allTags().stream().map(EventJson::tag).toList(), new Filters(request), MOST_TAGS);
    }

    private WireAnswer tag(String name, Function<Tag, String> by) {
        Optional<Tag> found =
                allTags().stream().filter(tag -> by.apply(tag).equals(name)).findFirst();
        return found.map(tag -> WireAnswer.json(EventJson.tag(tag).toString())).orElseThrow(GammaService::notFound);
    }

    private WireAnswer search(WireRequest request) {
        Filters filters = new Filters(request);
        if (!filters.isAsked("q")) {
            throw Filters.refused("q is required");
        }
        List<ListedEvent> found = catalogue.events().stream()
                .filter(event -> filters.mentions("q", event.title()))
                .toList();
        int limit = filters.count("limit_per_type", 5, MOST_SERIES);
        int from = (Math.max(1, filters.count("page", 1, Integer.MAX_VALUE)) - 1) * limit;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode array = answer.putArray("events");
        found.stream().skip(from).limit(limit).map(json::write).forEach(array::add);
        answer.putArray("tags");
        answer.putArray("profiles");
        ObjectNode pagination = answer.putObject("pagination");
        pagination.put("hasMore", found.size() > from + limit);
        pagination.put("totalResults", found.size());
        return WireAnswer.json(answer.toString());
    }

    private static WireAnswer page(List<? extends JsonNode> rows, Filters filters, int most) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.stream()
                .skip(filters.count("offset", 0, Integer.MAX_VALUE))
                .limit(filters.count("limit", most, most))
                .forEach(array::add);
        return WireAnswer.json(array.toString());
    }

    private static RefusedException notFound() {
        return new RefusedException(
                "not found", WireAnswer.json(404, "{\"type\":\"not found error\",\"error\":\"not found\"}"));
    }
}
