package io.ploy.connectors.polymarket.data;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indexer's second version. Filters are sent again with each page: the venue forgets some of them. */
final class RoutesV2 implements Routes {
    /** The venue refuses more than 1,000. */
    private static final String PAGE = "500";

    /** The first second of time: the venue takes zero, or nothing, for three years ago. */
    private static final String VERY_FIRST = "1";

    /** The venue takes zero for its own least size, a hundredth of a share. */
    private static final String LEAST_TRADE = "0.000001";

    private final Answers answers;

    RoutesV2(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Listing<DataPosition> positions(PositionFilter filter, int most) {
        Call call = Conditions.on(of(get("/v2/positions"), filter.user()), "condition", filter.conditionIds())
                .query("status", filter.status().name())
                .query("filter_type", "TOKENS")
                .query("filter_amount", "0");
        return list(filter.archived() ? call.query("include_archived", "true") : call, most, RowsV2::position);
    }

    @Override
    public Listing<DataTrade> trades(TradeFilter filter, int most) {
        Call call = Conditions.on(of(get("/v2/trades"), filter.user()), "condition", filter.conditionIds())
                .query("taker_only", Boolean.toString(filter.takerOnly()))
                .query("filter_type", "TOKENS")
                .query("filter_amount", LEAST_TRADE);
        Side side = filter.side();
        return list(
                within(side == null ? call : call.query("side", side.name()), filter.from(), filter.to()),
                most,
                RowsV2::trade);
    }

    @Override
    public Listing<DataActivity> activity(ActivityFilter filter, int most) {
        Call call = Conditions.on(of(get("/v2/activity"), filter.user()), "condition", filter.conditionIds())
                .query("exclude_deposits_withdrawals", "false");
        String types = filter.types().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return list(
                within(types.isEmpty() ? call : call.query("type", types), filter.from(), filter.to()),
                most,
                RowsV2::activity);
    }

    @Override
    public Optional<Amount> value(Address user, List<String> conditionIds) {
        Call call = Conditions.on(of(get("/v2/value"), user), "condition", conditionIds);
        return answers.read(
                call,
                answer -> answer.object(in -> in.optional("data")
                        .map(data -> data.object(value -> {
                            value.ignore("proxy_wallet");
                            return Amount.of(value.required("value"));
                        }))));
    }

    Listing<PricePoint> prices(String tokenId, PriceWindow window, @Nullable Duration bucket, int most) {
        Call call = get("/v2/prices-history").query("token_id", tokenId);
        Call timed =
                window.span == null ? within(call, window.from, window.to) : call.query("interval", window.span.word());
        return list(
                bucket == null ? timed : timed.query("bucket_seconds", Long.toString(bucket.toSeconds())),
                most,
                PricePoint::read);
    }

    private <T> Listing<T> list(Call call, int most, Function<JsonValue, T> row) {
        return Pager.read(
                most,
                cursor -> answers.read(
                        after(call.query("limit", PAGE), cursor),
                        answer -> answer.object(in -> Page.of(in.required("data"), next(in), row))));
    }

    static Call after(Call call, @Nullable String cursor) {
        return cursor == null ? call : call.query("cursor", cursor);
    }

    static @Nullable String next(JsonObject in) {
        return in.required("pagination").object(pagination -> {
            pagination.ignore("limit", "offset");
            String next = pagination.filled("next_cursor").map(JsonValue::text).orElse(null);
            boolean more = pagination.optional("has_more").map(JsonValue::bool).orElse(next != null);
            if (more && next == null) {
                throw pagination.value().wrong("says that there is more, but not where");
            }
            return next;
        });
    }

    static Call get(String path) {
        return Call.get(Service.DATA, path);
    }

    static Call of(Call call, @Nullable Address user) {
        return user == null ? call : call.query("user", user.hex());
    }

    private static Call within(Call call, @Nullable Instant from, @Nullable Instant to) {
        Call started = call.query("start", from == null ? VERY_FIRST : Long.toString(from.getEpochSecond()));
        return to == null ? started : started.query("end", Long.toString(to.getEpochSecond()));
    }
}
