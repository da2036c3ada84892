package io.ploy.connectors.polymarket.account;

import static org.awaitility.Awaitility.await;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.UserFrames;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.time.ManualTime;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway on manual time, a local server that answers as the test says, and what the gateway tells. */
abstract class GatewayRig {
    static final AccountId ACCOUNT = new AccountId("main");
    static final String FUNDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    final ManualTime time = new ManualTime(Facts.NOW);
    final MockWebServer server = new MockWebServer();
    final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final Heard heard = new Heard();
    final List<Alert> alerts = new CopyOnWriteArrayList<>();
    final FakeChannel channel = new FakeChannel();
    HttpTransport transport;
    PolymarketGateway gateway;

    @BeforeEach
    void open() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String key = request.getMethod() + " " + request.getUrl().encodedPath();
                requests.add(request.getMethod() + " " + request.getTarget());
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                bodies.add(body);
                MockResponse any = answers.getOrDefault(key, json(404, "{\"error\":\"order not found\"}"));
                return answers.getOrDefault(key + " " + body, any);
            }
        });
        server.start();
        transport = new HttpTransport(
                HttpSettings.builder()
                        .endpoints(Service.CLOB, server.url("/").uri())
                        .build(),
                time,
                new SplittableRandom(7));
        answer("GET /data/orders", "{\"data\":[],\"next_cursor\":\"LTE=\"}");
        answer("GET /data/trades", "{\"data\":[],\"next_cursor\":\"LTE=\"}");
        gateway = gateway(false);
        gateway.start(heard);
    }

    PolymarketGateway gateway(boolean heartbeat) {
        TestSigner signer = new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        Wallet wallet = new Wallet(AccountKind.EOA, signer.address(), signer.address());
        Credentials credentials = new Credentials(
                signer.address(),
                CredentialSource.given(new ApiCredentials(
                        Facts.KEY, new Secret("c2VjcmV0".toCharArray()), new Secret("pass".toCharArray()))),
                Runnable::run,
                new AccountAlerts(time, alerts::add),
                time);
        credentials.get();
        UnknownMembers unknown = new UnknownMembers();
        AccountAlerts accountAlerts = new AccountAlerts(time, alerts::add);
        return new PolymarketGateway(new GatewayMeans(
                ACCOUNT,
                "polymarket",
                new OrderMaker(
                        Exchanges.of(Chain.POLYGON),
                        wallet,
                        signer,
                        () -> credentials.get().key(),
                        OrderOptions.DEFAULT),
                new OneMarket(MarketVersion.CTF),
                new ClobAccountClient(transport, credentials, AccountKind.EOA, unknown),
                credentials,
                new TradeLegs("polymarket", wallet.funder()),
                channel,
                new UserFrames(unknown),
                heartbeat,
                new VenueModes(time, new ModeAlerts(ACCOUNT, accountAlerts)::moved),
                accountAlerts,
                transport.clock()::lastReading,
                time,
                new Workers("main", 4)));
    }

    @AfterEach
    void close() {
        gateway.close();
        transport.close();
        server.close();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    void answer(String request, String body) {
        answers.put(request, json(200, body));
    }

    PreparedOrder prepare(OrderRequest request) {
        OrderDraft draft =
                new OrderDraft(new ClientOrderId(ACCOUNT, 1, 1), 1, request, OneMarket.MARKET, 12_345, time.now());
        return gateway.prepare(draft, time.now().plusSeconds(2));
    }

    PreparedOrder resting() {
        return prepare(OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50")));
    }

    OrderEvidence evidence() {
        await().until(() -> !heard.evidence.isEmpty());
        return heard.evidence.get(0);
    }

    static String accepted(PreparedOrder order, String status, String making, String taking, String tradeIds) {
        return "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\""
                + order.venueOrderId().value() + "\",\"status\":\""
                + status + "\",\"makingAmount\":\"" + making + "\",\"takingAmount\":\"" + taking + "\",\"tradeIDs\":"
                + tradeIds + "}";
    }

    static String trade(PreparedOrder order, String status) {
        return "{\"id\":\"t1\",\"taker_order_id\":\"" + order.venueOrderId().value() + "\",\"market\":\""
                + OneMarket.ID.symbol() + "\",\"asset_id\":\"" + OneMarket.YES.symbol()
                + "\",\"side\":\"BUY\",\"size\":\"10\",\"fee_rate_bps\":\"0\",\"price\":\"0.5\",\"status\":\"" + status
                + "\",\"match_time\":\"1790000000\",\"last_update\":\"1790000001\",\"outcome\":\"Yes\",\"bucket_index\":0,"
                + "\"owner\":\"" + Facts.KEY + "\",\"maker_address\":\"" + FUNDER
                + "\",\"transaction_hash\":\"\",\"trader_side\":\"TAKER\",\"maker_orders\":[]}";
    }

    static String openOrder(PreparedOrder order, String status, String matched) {
        return "{\"id\":\"" + order.venueOrderId().value() + "\",\"status\":\"" + status + "\",\"owner\":\"" + Facts.KEY
                + "\",\"maker_address\":\"" + FUNDER + "\",\"market\":\"" + OneMarket.ID.symbol()
                + "\",\"asset_id\":\"" + OneMarket.YES.symbol()
                + "\",\"side\":\"BUY\",\"original_size\":\"10\",\"size_matched\":\"" + matched
                + "\",\"price\":\"0.5\",\"associate_trades\":[],\"outcome\":\"Yes\",\"created_at\":1790000000,"
                + "\"expiration\":\"0\",\"order_type\":\"FAK\"}";
    }

    static final class Heard implements GatewayListener {
        final List<OrderEvidence> evidence = new CopyOnWriteArrayList<>();
        final List<FillReport> fills = new CopyOnWriteArrayList<>();
        final List<CancelAnswer> cancels = new CopyOnWriteArrayList<>();
        final List<LookUp> lookUps = new CopyOnWriteArrayList<>();
        final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
        final List<Boolean> streams = new CopyOnWriteArrayList<>();

        @Override
        public void onEvidence(OrderEvidence heard) {
            evidence.add(heard);
        }

        @Override
        public void onFill(FillReport report) {
            fills.add(report);
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            cancels.add(answer);
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            lookUps.add(lookUp);
        }

        @Override
        public void onSwept(Sweep sweep) {
            sweeps.add(sweep);
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            streams.add(connected);
        }
    }

    static final class FakeChannel implements UserChannel {
        Listener listener;
        boolean closed;

        @Override
        public void start(Listener told) {
            listener = told;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
