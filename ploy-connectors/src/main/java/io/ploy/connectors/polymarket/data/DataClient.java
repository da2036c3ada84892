package io.ploy.connectors.polymarket.data;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts and markets from the venue's indexer. It follows the chain with a lag, see {@link #freshness}, and its
 * first pages may be minutes old: good for checking and for history, not for trading.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait.
 *
 * <p><b>Errors.</b> A single answer throws {@link io.ploy.connectors.polymarket.http.RequestException}; a list says how far
 * it came.
 */
public final class DataClient {
    private final Answers answers;
    private final RoutesV2 second;
    private final Routes routes;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody knows
     * @param version which version is asked for positions, trades, activity and value; all else only the second
     *     answers
     */
    public DataClient(Transport transport, UnknownMembers unknown, DataVersion version) {
        this.answers = new Answers(transport, unknown);
        this.second = new RoutesV2(answers);
        this.routes = version == DataVersion.V1 ? new RoutesV1(answers) : second;
    }

    /**
     * Positions, small ones too.
     *
     * @param filter which
     * @param most how many are wanted
     */
    public Listing<DataPosition> positions(PositionFilter filter, int most) {
        return routes.positions(filter, most);
    }

    /**
     * Trades, the newest first.
     *
     * @param filter which
     * @param most how many are wanted
     */
    public Listing<DataTrade> trades(TradeFilter filter, int most) {
        return routes.trades(filter, most);
    }

    /**
     * Activity of an account, the newest first.
     *
     * @param filter which
     * @param most how many are wanted
     */
    public Listing<DataActivity> activity(ActivityFilter filter, int most) {
        return routes.activity(filter, most);
    }

    /**
     * What an account's positions are worth, in USD.
     *
     * @param user the wallet that holds the money
     * @param conditionIds in which markets; none for all, at most 20
     * @return absent if the indexer does not know the account
     */
    public Optional<Amount> value(Address user, List<String> conditionIds) {
        return routes.value(user, conditionIds);
    }

    /**
     * What an outcome cost over time, the oldest first. Points are not evenly spaced.
     *
     * @param tokenId the outcome's token or position
     * @param window for which time
     * @param bucket how far the points are apart, a minute to a day; null leaves it to the venue. Fine points are kept for
     *     days or weeks only, and asked for later are none.
     * @param most how many points are wanted
     */
    public Listing<PricePoint> prices(String tokenId, PriceWindow window, @Nullable Duration bucket, int most) {
        return second.prices(tokenId, window, bucket, most);
    }

    /**
     * The largest holders of each outcome of some markets.
     *
     * @param conditionIds one to 20 markets
     * @param most how many holders are wanted
     */
    public Listing<DataHolder> holders(List<String> conditionIds, int most) {
        Call call = some(RoutesV2.get("/v2/holders"), conditionIds).query("limit", "500");
        return Pager.read(
                most,
                cursor -> answers.read(
                        RoutesV2.after(call, cursor), answer -> answer.object(in -> holders(in, RoutesV2.next(in)))),
                holder -> holder);
    }

    private static Page<DataHolder> holders(JsonObject in, @Nullable String next) {
        List<Page<DataHolder>> groups = in.required("data").list(DataClient::group);
        return new Page<>(
                groups.stream().flatMap(group -> group.items().stream()).toList(),
                next,
                null,
                groups.stream().mapToInt(Page::unreadable).sum(),
                groups.stream()
                        .map(Page::problem)
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static Page<DataHolder> group(JsonValue row) {
        return row.object(in -> {
            String token = in.required("token_id").id();
            return Page.of(in.required("holders"), null, holder -> DataHolder.read(holder, token));
        });
    }

    /**
     * What all outstanding shares are worth.
     *
     * @param conditionIds in which markets, at most 20; none for all together
     * @return one for each market the indexer knows
     */
    public List<OpenInterest> openInterest(List<String> conditionIds) {
        return data(
                Conditions.on(RoutesV2.get("/v2/oi"), "condition", conditionIds),
                value -> value.list(OpenInterest::read));
    }

    /**
     * What an account won or lost, cumulated, at points of a day apart.
     *
     * @param user the wallet that holds the money
     * @return the oldest first
     */
    public List<PnlPoint> profitAndLoss(Address user) {
        Call call = RoutesV2.of(RoutesV2.get("/v2/user-pnl"), user)
                .query("interval", "max")
                .query("fidelity", "1d");
        return data(
                call,
                value -> value.object(in -> {
                    in.ignore("proxy_wallet", "interval", "fidelity", "source_fidelity");
                    return in.required("points").list(PnlPoint::read);
                }));
    }

    /**
     * Which contracts may move which tokens of an account.
     *
     * @param user the wallet that holds the money
     */
    public List<Approval> approvals(Address user) {
        return data(
                RoutesV2.of(RoutesV2.get("/v2/approvals"), user),
                value -> value.object(in -> {
                    in.ignore("address", "chain_id", "checked_at");
                    return in.required("contracts").list(Approval::read);
                }));
    }

    /**
     * How far the answers to some markets' questions have come.
     *
     * @param conditionIds one to 20 markets
     * @return those the indexer knows something of
     */
    public List<ConditionResolution> resolutions(List<String> conditionIds) {
        return data(
                some(RoutesV2.get("/v2/resolutions"), conditionIds), value -> value.list(ConditionResolution::read));
    }

    /** How far the indexer is behind. */
    public DataFreshness freshness() {
        return data(RoutesV2.get("/v2/status"), DataFreshness::read);
    }

    private static Call some(Call call, List<String> conditionIds) {
        if (conditionIds.isEmpty()) {
            throw new IllegalArgumentException("no market was named");
        }
        return Conditions.on(call, "condition", conditionIds);
    }

    private <T> T data(Call call, Function<JsonValue, T> reader) {
        return answers.read(call, answer -> answer.object(in -> reader.apply(in.required("data"))));
    }
}
