package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Pager;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account does and sees at the venue. Every request is signed with the account's credentials.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait; never call on the engine thread.
 *
 * <p><b>Errors.</b> Orders and cancels answer with what is known, whatever happened. A list says how far it came. Everything
 * else throws {@link RequestException} if there is no answer that can be read.
 */
public final class ClobAccountClient {
    /** How many orders one request may place. */
    public static final int MOST_ORDERS = 15;
    /** How many orders one request may cancel. */
    public static final int MOST_CANCELS = 1_000;
    /** How many entries of a list are read. */
    static final int MOST_ENTRIES = 100_000;

    /** Whatever is between the venue and us has other words for what it does not find. */
    private static final Pattern NO_SUCH_ORDER =
            Pattern.compile("\\border\\b.*\\b(not found|does not exist)", Pattern.CASE_INSENSITIVE);

    private static final String WRONG_HEARTBEAT = "invalid heartbeat id";

    private final Answers answers;
    private final Authorization authorization;
    private final AccountKind kind;
    private final Orders orders;
    private final Cancels cancels;

    /**
     * An account's client.
     *
     * @param transport carries the requests
     * @param authorization signs with the account's credentials
     * @param kind what holds the account's money
     * @param unknown told of members nobody asks for
     */
    public ClobAccountClient(
            Transport transport, Authorization authorization, AccountKind kind, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
        this.authorization = authorization;
        this.kind = kind;
        this.orders = new Orders(answers, authorization);
        this.cancels = new Cancels(answers, authorization);
    }

    /**
     * Sends an order, once.
     *
     * @param order durable by now
     * @return what is known of it
     */
    public Placement placeOrder(PreparedOrder order) {
        return placeOrder(order, () -> true);
    }

    /**
     * As {@link #placeOrder(PreparedOrder)}, if it is still permitted when its turn comes.
     *
     * @param order durable by now
     * @param permitted asked right before the first byte leaves
     */
    public Placement placeOrder(PreparedOrder order, BooleanSupplier permitted) {
        return orders.place(order, permitted);
    }

    /**
     * Sends several orders with one request, once. Each is taken or refused by itself.
     *
     * @param several 1 to {@link #MOST_ORDERS}, durable by now
     * @return what is known of each, in the same order
     */
    public List<Placement> placeOrders(List<PreparedOrder> several) {
        if (several.isEmpty() || several.size() > MOST_ORDERS) {
            throw new IllegalArgumentException(
                    "one request places 1 to " + MOST_ORDERS + " orders, not " + several.size());
        }
        return orders.place(several);
    }

    /**
     * Asks to cancel one order. May be repeated.
     *
     * @param order which
     */
    public Cancellation cancel(VenueOrderId order) {
        return cancels.one(order);
    }

    /**
     * Asks to cancel several orders, with as many requests as needed. May be repeated.
     *
     * @param several any number
     * @param perRequest 1 to {@link #MOST_CANCELS}, and no more than the account's burst of cancels, or the venue never
     *     takes the request
     * @return what is known of each, in the same order
     */
    public List<Cancellation> cancel(List<VenueOrderId> several, int perRequest) {
        if (perRequest < 1 || perRequest > MOST_CANCELS) {
            throw new IllegalArgumentException(
                    "one request cancels 1 to " + MOST_CANCELS + " orders, not " + perRequest);
        }
        return cancels.all(several, perRequest);
    }

    /** Asks to cancel all orders of the credentials. Answers for the orders the venue names. */
    public List<Cancellation> cancelAll() {
        return cancels.every(Cancels.call("/cancel-all").costing(1));
    }

    /**
     * Asks to cancel all orders of a market, of a token, or of a market's token. Answers for the orders the venue names.
     *
     * @param market condition id, or null for any
     * @param token outcome token, or null for any; one of the two is needed
     */
    public List<Cancellation> cancelMarket(@Nullable String market, @Nullable String token) {
        if (market == null && token == null) {
            throw new IllegalArgumentException("name a market or a token; cancelAll cancels everything");
        }
        return cancels.every(Cancels.call("/cancel-market-orders")
                .body(Bodies.marketAndToken(market, token))
                .costing(1));
    }

    /**
     * Looks up one order.
     *
     * @param id which
     * @return empty if the venue does not have it among the active ones, which does not say what became of it
     * @throws RequestException also if something else than the venue's order service says that it is not found
     */
    public Optional<OpenOrder> order(VenueOrderId id) {
        return answers.find(
                read("/data/order/" + PathPart.of(id.value())),
                OrderReader::order,
                text -> NO_SUCH_ORDER.matcher(text).find());
    }

    /**
     * Open orders.
     *
     * @param filter which
     */
    public Listing<OpenOrder> openOrders(OrderFilter filter) {
        VenueOrderId id = filter.id();
        Call call = with(read("/data/orders"), "id", id == null ? null : id.value());
        Call narrowed = with(with(call, "market", filter.market()), "asset_id", filter.token());
        return list(narrowed, OrderReader::order, OpenOrder::id);
    }

    /** Orders that rested when the venue changed to its present protocol, which were all taken off. */
    public Listing<OpenOrder> preMigrationOrders() {
        return list(read("/data/pre-migration-orders"), OrderReader::order, OpenOrder::id);
    }

    /**
     * Trades of the account.
     *
     * @param filter which
     */
    public Listing<Trade> trades(TradeFilter filter) {
        return list(TradeQuery.on(read("/data/trades"), filter), TradeReader::trade, TradeQuery::part);
    }

    /**
     * Balance and allowances as the venue's cache has them.
     *
     * @param type of what
     * @param token which token or position; null for collateral
     */
    public BalanceAllowance balanceAllowance(AssetType type, @Nullable String token) {
        return answers.read(balanceCall("/balance-allowance", type, token), AccountReader::balance);
    }

    /**
     * Has the venue read balance and allowances from the chain. Needed after deposits and approvals.
     *
     * @param type of what
     * @param token which token or position; null for collateral
     */
    public void refreshBalanceAllowance(AssetType type, @Nullable String token) {
        answers.send(balanceCall("/balance-allowance/update", type, token));
    }

    private Call balanceCall(String path, AssetType type, @Nullable String token) {
        if ((type == AssetType.COLLATERAL) != (token == null)) {
            throw new IllegalArgumentException(
                    token == null ? "a balance of " + type + " needs a token" : "collateral has no token " + token);
        }
        return with(read(path).query("asset_type", type.word()), "token_id", token)
                .query("signature_type", String.valueOf(kind.signatureType()));
    }

    /** What the venue wants the user to know. */
    public List<Notification> notifications() {
        Call call = read("/notifications").query("signature_type", String.valueOf(kind.signatureType()));
        return answers.read(call, answer -> answer.list(AccountReader::notification));
    }

    /**
     * Has notifications not come again.
     *
     * @param ids which, at least one
     */
    public void dropNotifications(List<Long> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("name at least one notification");
        }
        String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        answers.send(write("DELETE", "/notifications").query("ids", all));
    }

    /**
     * Whether an order earns rewards.
     *
     * @param order which
     */
    public boolean orderScoring(VenueOrderId order) {
        Call call = read("/order-scoring").query("order_id", order.value());
        return answers.read(
                call, answer -> answer.object(in -> in.required("scoring").bool()));
    }

    /**
     * Which orders earn rewards.
     *
     * @param several at least one
     * @return those that do
     */
    public List<VenueOrderId> ordersScoring(List<VenueOrderId> several) {
        Call call = Call.of(Service.CLOB, Purpose.READ, "POST", "/orders-scoring")
                .body(Bodies.list(several.stream().map(VenueOrderId::value).toList()))
                .authorized(authorization);
        Map<String, Boolean> scoring = answers.read(call, AccountReader::scoring);
        List<VenueOrderId> earning = new ArrayList<>(several);
        earning.removeIf(order -> !scoring.getOrDefault(order.value().toLowerCase(Locale.ROOT), false));
        return List.copyOf(earning);
    }

    /**
     * Tells the venue that this process is alive. Once begun, a pause of ten seconds has the venue cancel all orders of
     * the credentials. Not repeated by itself.
     *
     * @param id what the last answer said, {@link Heartbeat#FIRST} to begin
     */
    public Heartbeat heartbeat(String id) {
        try {
            return answers.read(
                    write("POST", "/v1/heartbeats").body(Bodies.member("heartbeat_id", id)),
                    answer -> answer.object(in ->
                            new Heartbeat(true, in.required("heartbeat_id").text())));
        } catch (RequestException e) {
            if (e.failure() == Failure.REFUSED
                    && e.venueText().toLowerCase(Locale.ROOT).contains(WRONG_HEARTBEAT)) {
                return expectedHeartbeat(e);
            }
            throw e;
        }
    }

    /** Where the venue does not name the expected id, its older heartbeat counts as one and starts the ids anew. */
    private Heartbeat expectedHeartbeat(RequestException refused) {
        Optional<String> expected = refused.told("heartbeat_id");
        if (expected.isPresent()) {
            return new Heartbeat(false, expected.get());
        }
        answers.send(write("POST", "/heartbeats"));
        return new Heartbeat(true, Heartbeat.FIRST);
    }

    /** The name of the account's tier of limits, as the venue writes it. */
    public String rateLimitTier() {
        return answers.read(read("/v1/user/rate-limit-tier"), AccountReader::tier);
    }

    /** Whether the account may only close positions. */
    public boolean closedOnly() {
        return answers.read(
                read("/auth/ban-status/closed-only"),
                answer -> answer.object(in -> in.required("closed_only").bool()));
    }

    private <T> Listing<T> list(Call call, Function<JsonValue, T> entry, Function<T, Object> key) {
        return Pager.readProof(
                MOST_ENTRIES,
                cursor -> answers.read(Cursors.at(call, cursor), answer -> Cursors.page(answer, entry)),
                key);
    }

    private Call read(String path) {
        return Call.get(Service.CLOB, path).authorized(authorization);
    }

    private Call write(String method, String path) {
        return Call.of(Service.CLOB, Purpose.WRITE, method, path).authorized(authorization);
    }

    private static Call with(Call call, String name, @Nullable String value) {
        return value == null ? call : call.query(name, value);
    }
}
