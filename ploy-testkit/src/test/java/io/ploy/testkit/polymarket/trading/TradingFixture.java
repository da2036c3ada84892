package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.limit.Enforcement;
import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.record.RecordLimits;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The trading routes over a small venue in manual time: alice has an account of her own and a deposit wallet, bob has
 * shares of either outcome, and a market maker trades past the API.
 */
final class TradingFixture implements AutoCloseable {
    static final String ALICE_KEY = "00000000-0000-4000-8000-00000000000a";
    static final String BOB_KEY = "00000000-0000-4000-8000-00000000000b";
    static final InstrumentId YES = new InstrumentId(ListedMarket.VENUE, VenueFixture.YES);

    final VenueFixture venue = new VenueFixture();
    final VenueAccount alice = open("alice", WalletKind.EOA, "a1", "a1");
    final VenueAccount deposit = open("alice-deposit", WalletKind.DEPOSIT, "a1", "a2");
    final VenueAccount bob = open("bob", WalletKind.EOA, "b1", "b1");
    final VenueAccount maker = open("maker", WalletKind.EOA, "c1", "c1");
    final ModeSwitch mode = new ModeSwitch(venue.loop.timeline());
    final SignerLimits limits = new SignerLimits(venue.state::now, Enforcement.ENFORCE);
    final NamedCallers callers = new NamedCallers();
    private final RestService service;

    TradingFixture() {
        this(TradingSettings.usual());
    }

    TradingFixture(TradingSettings settings) {
        callers.add(ALICE_KEY, alice.signer());
        callers.add(BOB_KEY, bob.signer());
        Routes routes = new Routes();
        venue.loop.ask(() -> {
            List.of(bob, maker)
                    .forEach(account -> venue.state
                            .exchange()
                            .depositSets(account.id(), venue.market.market().id(), Quantity.ofShares(500)));
            LedgerRecords records = new LedgerRecords(venue.state, callers::ownerOf, RecordLimits.usual());
            PlainOrders orders = new PlainOrders();
            new TradingRoutes(venue.state, records, callers, orders, orders, limits, mode, settings).addTo(routes);
            return true;
        });
        service = routes;
    }

    private VenueAccount open(String name, WalletKind kind, String signer, String wallet) {
        return venue.open(
                name, kind, new Address("0x" + signer.repeat(20)), new Address("0x" + wallet.repeat(20)), "1000");
    }

    /** A limit buy of alice's: so many shares at a price. */
    OrderText buy(String shares, String price) {
        return new OrderText(alice, ALICE_KEY, Side.BUY, product(shares, price), shares);
    }

    /** A limit sale of bob's. */
    OrderText sell(String shares, String price) {
        return new OrderText(bob, BOB_KEY, Side.SELL, shares, product(shares, price));
    }

    private static String product(String shares, String price) {
        return new BigDecimal(shares).multiply(new BigDecimal(price)).toPlainString();
    }

    /** The maker rests a sale past the API. */
    void rest(String shares, String price) {
        venue.loop.ask(() -> venue.state
                .exchange()
                .place(maker.id(), OrderRequest.sell(YES, Quantity.parse(shares), Price.parse(price))));
    }

    WireAnswer post(OrderText order) {
        return ask(order.json.path("owner").textValue(), "POST", "/order", order.json.toString());
    }

    /** The id of an order that must be taken. */
    String taken(OrderText order) {
        JsonNode answer = json(post(order));
        if (answer.path("orderID").asText().isEmpty()) {
            throw new AssertionError("not taken: " + answer);
        }
        return answer.path("orderID").textValue();
    }

    WireAnswer ask(String key, String method, String path, String body) {
        return ask(new WireRequest(1, Api.CLOB, method, path, Map.of(), Map.of("key", key), body, "127.0.0.1:1"));
    }

    /** A read with its query as name and value by turns. */
    JsonNode get(String key, String path, String... query) {
        return json(getAnswer(key, path, query));
    }

    WireAnswer getAnswer(String key, String path, String... query) {
        return query(key, "GET", path, query);
    }

    WireAnswer query(String key, String method, String path, String... query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], List.of(query[i + 1]));
        }
        return ask(new WireRequest(1, Api.CLOB, method, path, parameters, Map.of("key", key), "", "127.0.0.1:1"));
    }

    private WireAnswer ask(WireRequest request) {
        try {
            RestService.Turn turn = service.receive(request);
            return venue.loop.ask(turn::take);
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    static JsonNode json(WireAnswer answer) {
        try {
            return new JsonMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    void market(UnaryOperator<Market.Builder> change) {
        venue.loop.ask(() -> {
            Market now = venue.state
                    .catalogue()
                    .market(venue.market.market().id())
                    .orElseThrow()
                    .market();
            venue.state.exchange().update(change.apply(now.toBuilder()).build());
            return true;
        });
    }

    void takerDelay(Duration delay) {
        market(market -> market.rules(
                venue.market.market().rules().toBuilder().takerDelay(delay).build()));
    }

    void run(Runnable task) {
        venue.loop.ask(() -> {
            task.run();
            return true;
        });
    }

    @Override
    public void close() {
        venue.close();
    }
}
