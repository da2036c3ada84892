package io.ploy.testkit.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Quote;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The indexer over HTTP. Reads the chain with a lag, and hides small positions unless asked not to, as the venue's does. */
public final class DataService implements RestService {
    /** How far the venue's indexer is usually behind. */
    public static final Duration USUAL_LAG = Duration.ofSeconds(3);

    private static final String SMALLEST = "0.1";
    private static final Rows FIRST = new Rows(false);
    private static final Rows SECOND = new Rows(true);

    private final VenueState state;
    private final Index index;
    private final Routes routes = new Routes();

    /**
     * The indexer of a venue.
     *
     * @param state whose
     * @param books what outcomes were worth
     * @param lag from finality on the chain to what is shown
     * @param remembered how many activities, at least 1; positions are all kept
     */
    public DataService(VenueState state, VenueBooks books, Duration lag, int remembered) {
        this.state = state;
        index = new Index(state, lag, remembered);
        state.exchange().observe(index);
        Prices prices = new Prices(books, state::now);
        routes.on("GET", "/v2/positions", on(query -> Pages.second(query, positions(query, SECOND, "condition"))))
                .on("GET", "/positions", on(query -> Pages.first(query, positions(query, FIRST, "market"))))
                .on("GET", "/closed-positions", on(query -> Pages.first(query, closed(query))))
                .on("GET", "/v2/trades", on(query -> Pages.second(query, trades(query, SECOND, "condition"))))
                .on("GET", "/trades", on(query -> Pages.first(query, trades(query, FIRST, "market"))))
                .on("GET", "/v2/activity", on(query -> Pages.second(query, activity(query, SECOND, "condition"))))
                .on("GET", "/activity", on(query -> Pages.first(query, activity(query, FIRST, "market"))))
                .on("GET", "/v2/value", on(query -> one(value(query, "condition"))))
                .on("GET", "/value", on(this::oldValue))
                .on("GET", "/v2/holders", on(query -> Pages.second(query, holders(query, "condition", true))))
                .on("GET", "/holders", on(query -> Pages.first(query, holders(query, "market", false))))
                .on("GET", "/v2/oi", on(query -> Pages.second(query, openInterest(query, "condition", "condition_id"))))
                .on("GET", "/oi", on(query -> Pages.first(query, openInterest(query, "market", "market"))))
                .on("GET", "/v2/resolutions", on(query -> Pages.second(query, resolutions(query))))
                .on("GET", "/v2/user-stats", on(query -> one(statistics(query))))
                .on("GET", "/v2/approvals", on(query -> one(new ApprovalRows(state).of(query.user()))))
                .on("GET", "/v2/prices-history", on(query -> Pages.second(query, prices.rows(query))))
                .on("GET", "/v2/status", on(query -> one(status())));
    }

    @Override
    public Turn receive(WireRequest request) {
        return routes.receive(request);
    }

    private static Routes.Handler on(Function<Query, WireAnswer> answer) {
        return (request, parts) -> () -> answer.apply(new Query(request));
    }

    private static WireAnswer one(ObjectNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        return WireAnswer.json(answer.toString());
    }

    // ---------------------------------------------------------------- positions

    private List<ObjectNode> positions(Query query, Rows rows, String conditions) {
        return positions(query, rows, conditions, query.text("status", "OPEN"));
    }

    private List<ObjectNode> closed(Query query) {
        return positions(query, FIRST, "market", "CLOSED");
    }

    private List<ObjectNode> positions(Query query, Rows rows, String conditions, String status) {
        List<String> wanted = query.conditions(conditions);
        long least = smallest(query);
        List<ObjectNode> found = new ArrayList<>();
        for (VenueAccount account : owners(query)) {
            Map<InstrumentId, Held> all = index.positions(account.id());
            all.forEach((instrument, held) -> {
                ListedMarket market =
                        state.catalogue().token(instrument.symbol()).orElseThrow();
                Standing standing = standing(market, instrument, all);
                boolean shown = status.equals("CLOSED") || held.shares() >= least;
                if (shown && isWanted(market, wanted) && standing.isAmong(status, held)) {
                    found.add(rows.position(account, market, market.isFirst(instrument), held, standing));
                }
            });
        }
        return found;
    }

    /** An account, or everybody where a market was asked for. */
    private List<VenueAccount> owners(Query query) {
        if (!query.has("user")) {
            if (query.conditions("condition").isEmpty()) {
                throw query.refused("user", "an address");
            }
            return List.copyOf(state.accounts().all());
        }
        return state.accounts().wallet(query.user()).map(List::of).orElse(List.of());
    }

    private static long smallest(Query query) {
        return query.has("size_threshold")
                ? query.micros("size_threshold", SMALLEST)
                : query.micros("filter_amount", SMALLEST);
    }

    private static boolean isWanted(ListedMarket market, List<String> conditions) {
        return conditions.isEmpty() || conditions.contains(market.conditionId());
    }

    private Standing standing(ListedMarket market, InstrumentId instrument, Map<InstrumentId, Held> all) {
        Held opposite = all.get(market.market().opposite(instrument));
        boolean both = opposite != null && opposite.shares() > 0;
        Optional<Long> payout = index.price(market.market().id(), market.isFirst(instrument));
        return new Standing(payout.orElseGet(() -> mark(instrument)), payout.isPresent(), both);
    }

    private long mark(InstrumentId instrument) {
        Quote quote = state.exchange().quote(instrument);
        return quote.bid().map(level -> level.price().micros()).orElse(0L);
    }

    private ObjectNode value(Query query, String conditions) {
        List<String> wanted = query.conditions(conditions);
        long value = 0;
        for (VenueAccount account : owners(query)) {
            Map<InstrumentId, Held> all = index.positions(account.id());
            for (Map.Entry<InstrumentId, Held> entry : all.entrySet()) {
                ListedMarket market =
                        state.catalogue().token(entry.getKey().symbol()).orElseThrow();
                if (isWanted(market, wanted)) {
                    value += Held.worth(
                            entry.getValue().shares(),
                            standing(market, entry.getKey(), all).price());
                }
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("proxy_wallet", query.user().hex());
        json.put("value", Rows.number(value));
        return json;
    }

    private WireAnswer oldValue(Query query) {
        ObjectNode json = value(query, "market");
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("user", json.get("proxy_wallet"));
        row.set("value", json.get("value"));
        return WireAnswer.json(JsonNodeFactory.instance.arrayNode().add(row).toString());
    }

    // ---------------------------------------------------------------- what happened

    private List<ObjectNode> trades(Query query, Rows rows, String conditions) {
        boolean takersOnly = query.flag("taker_only", true);
        String side = query.text("side", "");
        long least = query.micros("filter_amount", "0");
        return happened(query, conditions)
                .filter(Activity::isTrade)
                .filter(activity -> activity.taker() || !takersOnly)
                .filter(activity -> side.isEmpty() || side.equals(String.valueOf(activity.side())))
                .filter(activity -> activity.shares() >= least)
                .map(rows::trade)
                .toList();
    }

    private List<ObjectNode> activity(Query query, Rows rows, String conditions) {
        List<String> types = query.list("type");
        query.user();
        return happened(query, conditions)
                .filter(activity -> types.isEmpty() || types.contains(activity.type()))
                .map(rows::activity)
                .toList();
    }

    private Stream<Activity> happened(Query query, String conditions) {
        List<String> wanted = query.conditions(conditions);
        Instant from = query.time("start", Instant.EPOCH);
        Instant to = query.time("end", Instant.MAX);
        Optional<VenueAccount> user = query.has("user") ? state.accounts().wallet(query.user()) : Optional.empty();
        if (query.has("user") && user.isEmpty()) {
            return Stream.empty();
        }
        return index.activities().stream()
                .filter(activity -> user.isEmpty() || activity.account().equals(user.get()))
                .filter(activity -> isWanted(activity.market(), wanted))
                .filter(activity ->
                        !activity.at().isBefore(from) && !activity.at().isAfter(to));
    }

    // ---------------------------------------------------------------- markets

    private List<ListedMarket> markets(Query query, String conditions) {
        List<String> wanted = query.conditions(conditions);
        if (wanted.isEmpty()) {
            throw query.refused(conditions, "given");
        }
        return wanted.stream()
                .map(state.catalogue()::condition)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<ObjectNode> holders(Query query, String conditions, boolean second) {
        List<ObjectNode> rows = new ArrayList<>();
        for (ListedMarket market : markets(query, conditions)) {
            for (boolean first : List.of(true, false)) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                row.put(second ? "token_id" : "token", market.tokenId(first));
                ArrayNode holders = row.putArray("holders");
                index.holders(new InstrumentId(ListedMarket.VENUE, market.tokenId(first)))
                        .forEach((account, held) -> {
                            ObjectNode holder = holders.addObject();
                            holder.put(
                                    second ? "proxy_wallet" : "proxyWallet",
                                    state.accounts()
                                            .account(account)
                                            .orElseThrow()
                                            .wallet()
                                            .hex());
                            holder.put("amount", Rows.number(held.shares()));
                            holder.put(second ? "outcome_index" : "outcomeIndex", first ? 0 : 1);
                        });
                rows.add(row);
            }
        }
        return rows;
    }

    private List<ObjectNode> openInterest(Query query, String conditions, String name) {
        return markets(query, conditions).stream()
                .map(market -> {
                    ObjectNode row = JsonNodeFactory.instance.objectNode();
                    row.put(name, market.conditionId());
                    row.put(
                            "value",
                            Rows.number(state.exchange()
                                    .locked(market.market().id())
                                    .micros()));
                    return row;
                })
                .toList();
    }

    private List<ObjectNode> resolutions(Query query) {
        return markets(query, "condition").stream().map(this::resolution).toList();
    }

    private ObjectNode resolution(ListedMarket market) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("condition_id", market.conditionId());
        row.put("question_id", market.questionId());
        row.put("was_disputed", false);
        ArrayNode payouts = row.putArray("payouts");
        Optional<Catalogue.Resolved> resolved =
                state.catalogue().resolved(market.market().id());
        row.put(
                "status",
                resolved.isPresent() ? "RESOLVED" : stage(market.market().status()));
        resolved.ifPresent(end -> {
            payouts.add(end.resolution().firstPayout().micros());
            payouts.add(end.resolution().secondPayout().micros());
            row.put("resolved_at", end.at().getEpochSecond());
        });
        return row;
    }

    private static String stage(MarketStatus status) {
        return switch (status) {
            case DISCOVERED -> "INITIALIZED";
            case PROPOSED -> "PROPOSED";
            case DISPUTED -> "DISPUTED";
            default -> "ACTIVE";
        };
    }

    private ObjectNode statistics(Query query) {
        Optional<VenueAccount> user = state.accounts().wallet(query.user());
        long trades = index.activities().stream()
                .filter(activity -> activity.isTrade()
                        && user.isPresent()
                        && activity.account().equals(user.get()))
                .count();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("proxy_wallet", query.user().hex());
        json.put("trades", trades);
        return json;
    }

    private ObjectNode status() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("computed_at", state.now().getEpochSecond());
        json.put("age_seconds", 0);
        ObjectNode serving = json.putObject("serving");
        serving.put("lag_seconds", index.lag().toSeconds());
        serving.put("worst", "positions");
        return json;
    }
}
