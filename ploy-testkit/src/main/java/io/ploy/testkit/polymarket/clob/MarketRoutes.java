package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Questions about markets. */
final class MarketRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ACTIVITY = 100;

    private final VenueState state;
    private final VenueRecords records;
    private final MarketJson json;

    MarketRoutes(VenueState state, VenueBooks books, VenueRecords records) {
        this.state = state;
        this.records = records;
        json = new MarketJson(state, books);
    }

    void addTo(Routes routes) {
        // The venue pays rewards in markets that trade; those lists leave out the others.
        Predicate<ListedMarket> trading = listing -> listing.market().status().acceptsOrders();
        routes.on("GET", "/markets", list(listing -> true, json::full))
                .on("GET", "/sampling-markets", list(trading, json::full))
                .on("GET", "/simplified-markets", list(listing -> true, json::simplified))
                .on("GET", "/sampling-simplified-markets", list(trading, json::simplified))
                .on("GET", "/markets/{condition}", one(json::full))
                .on("GET", "/clob-markets/{condition}", one(json::terms))
                .on(
                        "GET",
                        "/markets-by-token/{token}",
                        (request, parts) -> ofToken(parts.getOrDefault("token", ""), this::pair))
                .on("GET", "/markets/live-activity/{condition}", this::activity)
                .on("GET", "/tick-size", inQuery(this::tickSize))
                .on("GET", "/neg-risk", inQuery(listing -> JSON.objectNode().put("neg_risk", listing.negRisk())))
                .on("GET", "/fee-rate", this::feeRate);
    }

    private Routes.Handler list(Predicate<ListedMarket> which, Function<ListedMarket, ObjectNode> entry) {
        return (request, parts) -> {
            Cursor cursor = Cursor.of(request);
            return () -> {
                List<ListedMarket> all =
                        state.catalogue().markets().stream().filter(which).toList();
                return WireAnswer.json(cursor.page(all, entry));
            };
        };
    }

    private Routes.Handler one(Function<ListedMarket, ObjectNode> answer) {
        return (request, parts) -> {
            String condition = condition(parts);
            return () -> WireAnswer.json(answer.apply(listed(condition)).toString());
        };
    }

    private static String condition(Map<String, String> parts) {
        return parts.getOrDefault("condition", "").toLowerCase(Locale.ROOT);
    }

    private ListedMarket listed(String condition) {
        return state.catalogue().condition(condition).orElseThrow(Refusals::noMarket);
    }

    private Routes.Handler inQuery(Function<ListedMarket, ObjectNode> answer) {
        return (request, parts) -> ofToken(AskedToken.inQuery(request), answer);
    }

    private Turn ofToken(String token, Function<ListedMarket, ObjectNode> answer) {
        String checked = AskedToken.checked(token);
        return () ->
                WireAnswer.json(answer.apply(state.catalogue().token(checked).orElseThrow(Refusals::noMarket))
                        .toString());
    }

    private ObjectNode pair(ListedMarket listing) {
        return JSON.objectNode()
                .put("condition_id", listing.conditionId())
                .put("primary_token_id", listing.tokenId(true))
                .put("secondary_token_id", listing.tokenId(false));
    }

    private ObjectNode tickSize(ListedMarket listing) {
        return Numbers.put(
                JSON.objectNode(),
                "minimum_tick_size",
                listing.market().rules().tickSize().micros());
    }

    private Turn feeRate(WireRequest request, Map<String, String> parts) {
        String token = AskedToken.inQuery(request);
        return () -> {
            ListedMarket listing = state.catalogue().token(token).orElseThrow(Refusals::noFeeRate);
            return WireAnswer.json(JSON.objectNode()
                    .put("base_fee", MarketJson.baseFee(listing.market()))
                    .toString());
        };
    }

    private Turn activity(WireRequest request, Map<String, String> parts) {
        String condition = condition(parts);
        return () -> {
            ListedMarket listing = listed(condition);
            ArrayNode trades = JSON.arrayNode();
            records.trades().stream()
                    .filter(trade -> trade.market().conditionId().equals(condition))
                    .limit(MOST_ACTIVITY)
                    .forEach(trade -> trades.add(print(listing, trade)));
            return WireAnswer.json(trades.toString());
        };
    }

    private static ObjectNode print(ListedMarket listing, TradeRow trade) {
        TradeRow.Party taker = trade.taker();
        ObjectNode out = JSON.objectNode().put("event_type", "trade");
        out.putObject("market")
                .put("condition_id", listing.conditionId())
                .put("asset_id", taker.instrument().symbol())
                .put("question", listing.market().question())
                .put("icon", "")
                .put("slug", listing.market().slug());
        out.putObject("user")
                .put("address", taker.account().wallet().checksummed())
                .put("username", "")
                .put("profile_picture", "")
                .put("optimized_profile_picture", "")
                .put("pseudonym", "");
        return out.put("side", taker.side().name())
                .put("size", taker.quantity().toString())
                .put("fee_rate_bps", "0")
                .put("price", taker.price().toString())
                .put("outcome", listing.market().outcome(taker.instrument()).name())
                .put("outcome_index", listing.isFirst(taker.instrument()) ? 0 : 1)
                .put("transaction_hash", trade.transactionHash())
                .put("timestamp", Long.toString(trade.matchedAt().getEpochSecond()));
    }
}
