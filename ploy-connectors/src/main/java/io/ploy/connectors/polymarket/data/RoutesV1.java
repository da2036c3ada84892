package io.ploy.connectors.polymarket.data;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.paging.Offsets;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indexer's first version. */
final class RoutesV1 implements Routes {
    private static final int PAGE = 500;
    private static final int PAGE_OF_CLOSED = 50;

    /** The venue gives out nothing that is further down a list. */
    private static final int DEEPEST = 10_000;

    private final Answers answers;

    RoutesV1(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Listing<DataPosition> positions(PositionFilter filter, int most) {
        if (filter.user() == null || filter.archived() || filter.status() == PositionStatus.REDEEMABLE_LOST) {
            throw new IllegalArgumentException(
                    "version 1 knows only a user's positions, without hidden markets and without status"
                            + " REDEEMABLE_LOST: " + filter + "; use version 2");
        }
        String path = filter.status() == PositionStatus.CLOSED ? "/closed-positions" : "/positions";
        Call call = Conditions.on(of(get(path), filter.user()), "market", filter.conditionIds());
        return switch (filter.status()) {
            case CLOSED -> list(call, PAGE_OF_CLOSED, most, RowsV1::closedPosition);
            case REDEEMABLE -> list(all(call).query("redeemable", "true"), PAGE, most, RowsV1::position);
            case MERGEABLE -> list(all(call).query("mergeable", "true"), PAGE, most, RowsV1::position);
            default -> list(all(call), PAGE, most, RowsV1::position);
        };
    }

    /** The venue leaves out small positions unless told. */
    private static Call all(Call call) {
        return call.query("sizeThreshold", "0");
    }

    @Override
    public Listing<DataTrade> trades(TradeFilter filter, int most) {
        Call call = Conditions.on(of(get("/trades"), filter.user()), "market", filter.conditionIds())
                .query("takerOnly", Boolean.toString(filter.takerOnly()));
        Side side = filter.side();
        return list(
                within(side == null ? call : call.query("side", side.name()), filter.from(), filter.to()),
                PAGE,
                most,
                RowsV1::trade);
    }

    @Override
    public Listing<DataActivity> activity(ActivityFilter filter, int most) {
        Call call = Conditions.on(of(get("/activity"), filter.user()), "market", filter.conditionIds())
                .query("excludeDepositsWithdrawals", "false");
        String types = filter.types().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return list(
                within(types.isEmpty() ? call : call.query("type", types), filter.from(), filter.to()),
                PAGE,
                most,
                RowsV1::activity);
    }

    @Override
    public Optional<Amount> value(Address user, List<String> conditionIds) {
        Call call = Conditions.on(of(get("/value"), user), "market", conditionIds);
        return answers.read(call, answer -> answer.list(RoutesV1::value)).stream()
                .findFirst();
    }

    private static Amount value(JsonValue row) {
        return row.object(in -> {
            in.ignore("user");
            return Amount.of(in.required("value"));
        });
    }

    private <T> Listing<T> list(Call call, int size, int most, Function<JsonValue, T> row) {
        int reachable = Math.min(most, DEEPEST + size);
        Listing<T> listing = Pager.read(
                reachable,
                cursor -> Offsets.after(
                        answers.read(Offsets.at(call, size, cursor), answer -> Page.of(answer, null, row)), cursor),
                item -> item);
        return listing.end() == End.LIMIT && reachable < most
                ? new Listing<>(
                        listing.items(),
                        End.LIMIT,
                        "version 1 gives out no more than " + DEEPEST + " entries; use version 2 or a shorter time",
                        null)
                : listing;
    }

    private static Call get(String path) {
        return Call.get(Service.DATA, path);
    }

    private static Call of(Call call, @Nullable Address user) {
        return user == null ? call : call.query("user", user.hex());
    }

    private static Call within(Call call, @Nullable Instant from, @Nullable Instant to) {
        return time(time(call, "start", from), "end", to);
    }

    private static Call time(Call call, String name, @Nullable Instant at) {
        return at == null ? call : call.query(name, Long.toString(at.getEpochSecond()));
    }
}
