package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads markets and events from the venue's catalogue. It may be minutes behind, and knows new markets late: the prices in
 * it are for choosing, never for trading.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait.
 *
 * <p><b>Errors.</b> A lookup throws {@link io.ploy.connectors.polymarket.http.RequestException}; a list says how far it
 * came.
 */
public final class GammaClient {
    /** What the venue gives out at once; it lowers larger numbers silently. */
    private static final String LARGEST_PAGE = "100";

    private final Answers answers;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody knows
     */
    public GammaClient(Transport transport, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
    }

    /**
     * Markets.
     *
     * @param filter which
     * @param most how many are wanted
     * @return in the order asked for
     */
    public Listing<GammaMarket> markets(MarketFilter filter, int most) {
        return Pager.read(most, cursor -> marketPage(filter, cursor == null ? "" : cursor), GammaMarket::key);
    }

    /**
     * One page of markets.
     *
     * @param filter which
     * @param cursor as the page before named it, or empty for the first
     */
    public Page<GammaMarket> marketPage(MarketFilter filter, String cursor) {
        return page(filter.on(get("/markets/keyset")), cursor, "markets", GammaMarket::read);
    }

    /**
     * Events with their markets.
     *
     * @param filter which
     * @param most how many are wanted
     * @return in the order asked for
     */
    public Listing<GammaEvent> events(EventFilter filter, int most) {
        return Pager.read(most, cursor -> eventPage(filter, cursor == null ? "" : cursor), GammaEvent::id);
    }

    /**
     * One page of events.
     *
     * @param filter which
     * @param cursor as the page before named it, or empty for the first
     */
    public Page<GammaEvent> eventPage(EventFilter filter, String cursor) {
        return page(filter.on(get("/events/keyset")), cursor, "events", GammaEvent::read);
    }

    private <T> Page<T> page(Call call, String cursor, String member, Function<JsonValue, T> entry) {
        Call sized = call.query("limit", LARGEST_PAGE);
        return answers.read(
                cursor.isEmpty() ? sized : sized.query("after_cursor", cursor),
                answer -> answer.object(in -> {
                    in.ignore("$schema");
                    String next = in.filled("next_cursor").map(JsonValue::text).orElse(null);
                    return Page.of(in.required(member), next, entry);
                }));
    }

    /** A market by the catalogue's number. */
    public Optional<GammaMarket> market(String id) {
        return answers.find(get("/markets/" + encoded(id)), GammaMarket::read);
    }

    /** A market by its short name. */
    public Optional<GammaMarket> marketBySlug(String slug) {
        return answers.find(get("/markets/slug/" + encoded(slug)), GammaMarket::read);
    }

    /** An event by the catalogue's number. */
    public Optional<GammaEvent> event(String id) {
        return answers.find(get("/events/" + encoded(id)), GammaEvent::read);
    }

    /** An event by its short name. */
    public Optional<GammaEvent> eventBySlug(String slug) {
        return answers.find(get("/events/slug/" + encoded(slug)), GammaEvent::read);
    }

    /**
     * One page of what fits some words.
     *
     * @param words what to look for
     * @param page 1 or more
     */
    public GammaSearch search(String words, int page) {
        return answers.read(
                get("/public-search")
                        .query("q", words)
                        .query("search_tags", "true")
                        .query("search_profiles", "true")
                        .query("limit_per_type", "50")
                        .query("page", Integer.toString(page)),
                GammaSearch::read);
    }

    static Call get(String path) {
        return Call.get(Service.GAMMA, path);
    }

    /** One part of a path. */
    static String encoded(String part) {
        if (part.isBlank() || part.equals(".") || part.equals("..")) {
            throw new IllegalArgumentException("not the name or number of anything: '" + part + "'");
        }
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
