package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolymarketGatewayTest {
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final String FUNDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    private final ManualTime time = new ManualTime(Facts.NOW);
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Heard heard = new Heard();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final FakeChannel channel = new FakeChannel();
    private HttpTransport transport;
    private PolymarketGateway gateway;

    @BeforeEach
    void open() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String key = request.getMethod() + " " + request.getUrl().encodedPath();
                requests.add(request.getMethod() + " " + request.getTarget());
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                bodies.add(body);
                MockResponse any = answers.getOrDefault(key, json(404, "{\"error\":\"not found\"}"));
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

    private PolymarketGateway gateway(boolean heartbeat) {
        TestSigner signer = new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        Wallet wallet = new Wallet(AccountKind.EOA, signer.address(), signer.address());
        Credentials credentials = new Credentials(
                signer.address(),
                () -> new ApiCredentials(
                        Facts.KEY, new Secret("c2VjcmV0".toCharArray()), new Secret("pass".toCharArray())),
                time);
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
                new VenueModes(time, mode -> {}),
                accountAlerts,
                time,
                new Workers("main", 4)));
    }

    @AfterEach
    void close() {
        gateway.close();
        transport.close();
        server.close();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private void answer(String request, String body) {
        answers.put(request, json(200, body));
    }

    private PreparedOrder prepare(OrderRequest request) {
        OrderDraft draft =
                new OrderDraft(new ClientOrderId(ACCOUNT, 1, 1), 1, request, OneMarket.MARKET, 12_345, time.now());
        return gateway.prepare(draft, time.now().plusSeconds(2));
    }

    private PreparedOrder resting() {
        return prepare(OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50")));
    }

    private OrderEvidence evidence() {
        await().until(() -> !heard.evidence.isEmpty());
        return heard.evidence.get(0);
    }

    private static String accepted(PreparedOrder order, String status, String making, String taking, String tradeIds) {
        return "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\""
                + order.venueOrderId().value() + "\",\"status\":\""
                + status + "\",\"makingAmount\":\"" + making + "\",\"takingAmount\":\"" + taking + "\",\"tradeIDs\":"
                + tradeIds + "}";
    }

    @Test
    void anOrderThatRestsIsLiveAndItsVeryBytesWereSent() {
        PreparedOrder order = resting();
        answer("POST /order", accepted(order, "live", "", "", "[]"));

        gateway.send(order);

        assertThat(evidence())
                .isEqualTo(new OrderEvidence(order.venueOrderId(), Kind.LIVE, Quantity.ZERO, "", Facts.NOW));
        int sent = requests.indexOf("POST /order");
        assertThat(bodies.get(sent)).isEqualTo(new String(order.body(), StandardCharsets.UTF_8));
    }

    @Test
    void tradesAnAnswerNamesAreFollowedUntilTheyAreFinal() {
        PreparedOrder order = prepare(OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50"))
                .fillOrKill());
        answer("POST /order", accepted(order, "matched", "5", "10", "[\"t1\"]"));
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        gateway.send(order);
        await().until(() -> time.pending() > 0);
        time.advance(Duration.ofMillis(1));

        await().until(() -> !heard.fills.isEmpty());
        assertThat(evidence().matched()).contains(Quantity.ofShares(10));
        assertThat(heard.fills.get(0).status()).isEqualTo(SettlementStatus.CONFIRMED);
        assertThat(heard.fills.get(0).quantity()).isEqualTo(Quantity.ofShares(10));
        assertThat(requests).contains("GET /data/trades?id=t1&next_cursor=MA%3D%3D");
    }

    private static String trade(PreparedOrder order, String status) {
        return "{\"id\":\"t1\",\"taker_order_id\":\"" + order.venueOrderId().value() + "\",\"market\":\""
                + OneMarket.ID.symbol() + "\",\"asset_id\":\"" + OneMarket.YES.symbol()
                + "\",\"side\":\"BUY\",\"size\":\"10\",\"fee_rate_bps\":\"0\",\"price\":\"0.5\",\"status\":\"" + status
                + "\",\"match_time\":\"1790000000\",\"last_update\":\"1790000001\",\"outcome\":\"Yes\",\"bucket_index\":0,"
                + "\"owner\":\"" + Facts.KEY + "\",\"maker_address\":\"" + FUNDER
                + "\",\"transaction_hash\":\"\",\"trader_side\":\"TAKER\",\"maker_orders\":[]}";
    }

    @Test
    void anOrderIsSentOnceAndALostAnswerIsDoubt() {
        PreparedOrder order = resting();
        answers.put(
                "POST /order",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());

        gateway.send(order);

        assertThat(evidence().kind()).isEqualTo(Kind.DOUBT);
        assertThat(requests).filteredOn("POST /order"::equals).hasSize(1);
    }

    @Test
    void anOrderThatIsTooLateIsNotSent() {
        PreparedOrder order = resting();
        time.advance(Duration.ofMillis(2_001));

        gateway.send(order);

        assertThat(evidence().kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(requests).doesNotContain("POST /order");
    }

    @Test
    void anOrderThatWaitedTooLongForTheVenuesLimitsIsNotSent() {
        PreparedOrder order = resting();
        answer("POST /order", accepted(order, "live", "", "", "[]"));
        for (int i = 0; i < 160; i++) {
            gateway.send(order);
        }

        await().until(() -> heard.evidence.size() == 160);
        long sent = requests.stream().filter("POST /order"::equals).count();
        assertThat(sent).as("the burst, and what two seconds bring").isBetween(60L, 145L);
        assertThat(heard.evidence)
                .filteredOn(each -> each.kind() == Kind.NOT_SENT)
                .hasSize((int) (160 - sent));
    }

    @Test
    void aDefiniteRefusalIsOneAndAnUnknownOneIsDoubt() {
        PreparedOrder order = resting();
        answers.put("POST /order", json(400, "{\"error\":\"not enough balance / allowance\"}"));
        gateway.send(order);
        OrderEvidence definite = evidence();
        heard.evidence.clear();
        answers.put("POST /order", json(400, "{\"error\":\"the moon is in the wrong house\"}"));

        gateway.send(order);

        assertThat(definite.kind()).isEqualTo(Kind.REFUSED);
        assertThat(evidence().kind()).isEqualTo(Kind.DOUBT);
        assertThat(alerts).extracting(Alert::code).containsExactly("balance.refusal");
    }

    @Test
    void whileTheVenueRestartsNothingIsSent() {
        answers.put("POST /order", json(425, ""));
        gateway.send(resting());
        OrderEvidence first = evidence();
        heard.evidence.clear();

        gateway.send(resting());

        assertThat(first.kind()).isEqualTo(Kind.REFUSED);
        assertThat(evidence().kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(evidence().text()).contains("RESTARTING");
        assertThat(requests).filteredOn("POST /order"::equals).hasSize(1);
    }

    @Test
    void whetherADelayedOrderMatchedIsLookedUp() {
        PreparedOrder order = prepare(OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50"))
                .fillAndKill());
        answer("POST /order", accepted(order, "delayed", "", "", "[]"));
        answer("GET /data/order/" + order.venueOrderId().value(), openOrder(order, "MATCHED", "10"));
        gateway.send(order);
        assertThat(evidence().kind()).isEqualTo(Kind.DELAYED);
        heard.evidence.clear();

        await().until(() -> time.pending() == 4);
        time.advance(Duration.ofMillis(500));

        assertThat(evidence().kind()).isEqualTo(Kind.MATCHED);
        time.advance(Duration.ofMillis(3_500));
        await().until(() -> heard.evidence.size() == 4);
    }

    private static String openOrder(PreparedOrder order, String status, String matched) {
        return "{\"id\":\"" + order.venueOrderId().value() + "\",\"status\":\"" + status + "\",\"owner\":\"" + Facts.KEY
                + "\",\"maker_address\":\"" + FUNDER + "\",\"market\":\"" + OneMarket.ID.symbol()
                + "\",\"asset_id\":\"" + OneMarket.YES.symbol()
                + "\",\"side\":\"BUY\",\"original_size\":\"10\",\"size_matched\":\"" + matched
                + "\",\"price\":\"0.5\",\"associate_trades\":[],\"outcome\":\"Yes\",\"created_at\":1790000000,"
                + "\"expiration\":\"0\",\"order_type\":\"FAK\"}";
    }

    @Test
    void aLookUpThatFindsNoOrderReadsTheMarketsTradesAndOpenOrders() {
        PreparedOrder order = resting();
        answer("POST /order", accepted(order, "live", "", "", "[]"));
        gateway.send(order);
        evidence();
        heard.evidence.clear();
        answer("GET /data/trades", "{\"data\":[" + trade(order, "MINED") + "],\"next_cursor\":\"LTE=\"}");

        gateway.lookUp(order.venueOrderId());

        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/orders?market=0x5f")));
        assertThat(heard.fills).extracting(FillReport::status).contains(SettlementStatus.MINED);
        assertThat(heard.evidence).as("finding no order proves nothing").isEmpty();
        assertThat(requests)
                .anyMatch(each -> each.startsWith("GET /data/trades?market=0x5f")
                        && each.contains("after=" + Facts.NOW.minusSeconds(60).getEpochSecond()));
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");
        time.advance(SettlementFollower.FIRST_LOOK);
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/trades?id=t1")));
    }

    @Test
    void aCancelIsAnsweredByWhatTheVenueSays() {
        PreparedOrder order = resting();
        String id = order.venueOrderId().value();
        answer("DELETE /order", "{\"canceled\":[\"" + id + "\"],\"not_canceled\":{}}");
        gateway.cancel(order.venueOrderId());
        await().until(() -> heard.cancels.size() == 1);
        answer("DELETE /order", "{\"canceled\":[],\"not_canceled\":{\"" + id + "\":\"already canceled or matched\"}}");

        gateway.cancel(order.venueOrderId());

        await().until(() -> heard.cancels.size() == 2);
        assertThat(heard.cancels)
                .extracting(CancelAnswer::outcome)
                .containsExactly(CancelAnswer.Outcome.ACCEPTED, CancelAnswer.Outcome.REFUSED);
        assertThat(heard.cancels.get(1).text()).contains("already canceled");
    }

    @Test
    void theUserChannelTellsOfOrdersAndFills() {
        PreparedOrder order = resting();

        channel.listener.frame("[{\"event_type\":\"order\",\"type\":\"PLACEMENT\","
                + openOrder(order, "LIVE", "0").substring(1) + ","
                + "{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, "MATCHED").substring(1) + "]");

        assertThat(heard.evidence).extracting(OrderEvidence::kind).containsExactly(Kind.LIVE);
        assertThat(heard.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.side()).isEqualTo(Side.BUY));
    }

    @Test
    void whatTheChannelMissedIsReadWhenItIsConnected() {
        PreparedOrder order = resting();
        answer("GET /data/orders", "{\"data\":[" + openOrder(order, "LIVE", "0") + "],\"next_cursor\":\"LTE=\"}");
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        channel.listener.connected();
        time.advance(Duration.ofMillis(1));

        await().until(() -> !heard.fills.isEmpty());
        assertThat(evidence().kind()).isEqualTo(Kind.OPEN);
        assertThat(requests)
                .anyMatch(each ->
                        each.contains("after=" + Facts.NOW.minusSeconds(60).getEpochSecond()));
    }

    @Test
    void whatTheChannelMissedIsReadUntilItIsWhole() {
        answers.put("GET /data/trades", json(200, "{\"data\":[{\"id\":7}],\"next_cursor\":\"LTE=\"}"));
        channel.listener.connected();
        time.advance(Duration.ofMillis(1));
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/trades")));
        await().until(() -> time.pending() > 0);
        answer("GET /data/trades", "{\"data\":[" + trade(resting(), "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        time.advance(Duration.ofSeconds(1));

        await().until(() -> !heard.fills.isEmpty());
    }

    @Test
    void whatTheChannelMissedIsReadFromAMinuteBeforeItWasLastHeard() {
        time.advance(Duration.ofMinutes(5));
        channel.listener.frame("[]");
        time.advance(Duration.ofMinutes(5));

        channel.listener.connected();
        time.advance(Duration.ofMillis(1));

        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/trades")));
        assertThat(requests)
                .anyMatch(each ->
                        each.contains("after=" + Facts.NOW.plusSeconds(4 * 60).getEpochSecond()));
    }

    @Test
    void aLostChannelAndOneThatIsRefusedAreSaid() {
        channel.listener.lost("reset");
        channel.listener.refused("closed at once");

        assertThat(alerts).extracting(Alert::code).containsExactly("stream.gap", "account.setup");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.WARNING, AlertSeverity.CRITICAL);
    }

    @Test
    void whatTheChannelSaysUnreadablyIsSaidAndReadAnew() {
        channel.listener.frame("[{\"event_type\":\"order\",\"type\":\"PLACEMENT\"}]");
        time.advance(Duration.ofMillis(1));

        assertThat(alerts).extracting(Alert::code).containsExactly("protocol.drift");
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/orders")));
    }

    @Test
    void aTradeTheChannelShowsIsFollowedUntilItIsFinal() {
        PreparedOrder order = resting();
        channel.listener.frame("[{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, "MATCHED").substring(1) + "]");
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        time.advance(SettlementFollower.FIRST_LOOK);

        await().until(() -> heard.fills.size() == 2);
        assertThat(heard.fills.get(1).status()).isEqualTo(SettlementStatus.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Trading restricted in your region, see docs/geoblock | account.geoblocked | CRITICAL",
                "400 | address banned                                       | account.setup      | CRITICAL",
                "400 | address in closed only mode                          | account.setup      | CRITICAL",
                "400 | the order owner has to be the owner of the API KEY   | account.setup      | CRITICAL",
                "400 | invalid signature                                    | account.setup      | CRITICAL",
                "400 | not enough balance / allowance                       | balance.refusal    | WARNING",
                "429 | rate limit exceeded                                  | limit.throttled    | WARNING"
            })
    void aRefusalThatIsAPersonsBusinessIsSaid(int status, String words, String code, AlertSeverity severity) {
        answers.put("POST /order", json(status, "{\"error\":\"" + words + "\"}"));

        gateway.send(resting());

        await().until(() -> !alerts.isEmpty());
        assertThat(evidence().kind()).isEqualTo(Kind.REFUSED);
        assertThat(alerts).extracting(Alert::code).containsExactly(code);
        assertThat(alerts).extracting(Alert::severity).containsExactly(severity);
    }

    @Test
    void anOrderOfAnotherAccountIsRefused() {
        OrderDraft draft = new OrderDraft(
                new ClientOrderId(new AccountId("other"), 1, 1),
                1,
                OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50")),
                OneMarket.MARKET,
                12_345,
                time.now());

        assertThatThrownBy(() -> gateway.prepare(draft, time.now()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main");
    }

    @Test
    void aBrokenHeartbeatIsSaidAndOpenOrdersAreReadAnew() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        gateway.start(heard);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        answers.remove("POST /v1/heartbeats");

        time.advance(HeartbeatSwitch.LATE_AFTER);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.LATE);
        assertThat(requests).noneMatch(each -> each.startsWith("GET /data/orders"));
        time.advance(HeartbeatSwitch.BROKEN_AFTER.minus(HeartbeatSwitch.LATE_AFTER));
        await().until(() -> gateway.heartbeatState() == HeartbeatState.BROKEN);

        time.advance(Duration.ofMillis(1));
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/orders")));
        assertThat(alerts).extracting(Alert::code).containsExactly("heartbeat.late", "heartbeat.broken");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.WARNING, AlertSeverity.CRITICAL);
    }

    @Test
    void aSecondSenderOfHeartbeatsIsSaidAndEndsTrading() {
        gateway.close();
        gateway = gateway(true);
        answers.put(
                "POST /v1/heartbeats",
                json(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"theirs\"}"));

        gateway.start(heard);

        await().until(() -> gateway.heartbeatState() == HeartbeatState.FOREIGN_WRITER);
        await().until(() -> !alerts.isEmpty());
        assertThat(alerts).extracting(Alert::code).containsExactly("heartbeat.foreign-writer");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.CRITICAL);
        assertThatThrownBy(this::resting).hasMessageContaining("FOREIGN_WRITER");
    }

    @Test
    void aClosedGatewayWaitsForNothing() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        gateway.start(heard);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        channel.listener.frame("[{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(resting(), "MATCHED").substring(1) + "]");
        await().until(() -> time.pending() == 3); // the next heartbeat, its check, and the trade

        gateway.close();

        assertThat(time.pending()).isZero();
        assertThat(gateway.heartbeatState()).isEqualTo(HeartbeatState.OFF);
    }

    @Test
    void anOrderOfAMarketNeverReadIsRefused() {
        OrderDraft draft = new OrderDraft(
                new ClientOrderId(ACCOUNT, 1, 1),
                1,
                OrderRequest.buy(OneMarket.YES, Quantity.ofShares(10), Price.parse("0.50")),
                Market.builder(
                                new MarketId("polymarket", "0xother"),
                                OneMarket.MARKET.first(),
                                OneMarket.MARKET.second(),
                                OneMarket.MARKET.rules())
                        .build(),
                12_345,
                time.now());

        assertThatThrownBy(() -> gateway.prepare(draft, time.now()))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("0xother");
    }

    @Test
    void withoutAHeartbeatInTimeNothingIsPrepared() {
        gateway.close();
        gateway = gateway(true);

        gateway.start(heard);

        assertThatThrownBy(this::resting)
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("heartbeat")
                .hasMessageContaining("STARTING");
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        await().until(() -> {
            time.advance(Duration.ofSeconds(5));
            return gateway.heartbeatState() == HeartbeatState.OK;
        });
        assertThat(resting()).isNotNull();
    }

    @Test
    void aHeartbeatIdTheVenueCorrectsIsUsedAtOnce() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats {\"heartbeat_id\":\"right\"}", "{\"heartbeat_id\":\"next\"}");
        answers.put(
                "POST /v1/heartbeats",
                json(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"right\"}"));

        gateway.start(heard);

        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        assertThat(bodies).containsSequence("{\"heartbeat_id\":\"\"}", "{\"heartbeat_id\":\"right\"}");
        assertThat(requests).doesNotContain("POST /heartbeats");
        assertThat(time.now()).as("no time passed").isEqualTo(Facts.NOW);
    }

    @Test
    void aClosedGatewaySendsNothingAndLeavesNoThread() {
        PreparedOrder order = resting();
        gateway.cancel(order.venueOrderId());
        gateway.close();

        gateway.send(order);
        gateway.cancel(order.venueOrderId());
        gateway.close();

        assertThat(evidence().kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(channel.closed).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("polymarket-main-")));
    }

    @Test
    void aSecondStartIsRefused() {
        assertThatThrownBy(() -> gateway.start(heard)).hasMessageContaining("main already started");
    }

    private static final class Heard implements GatewayListener {
        private final List<OrderEvidence> evidence = new CopyOnWriteArrayList<>();
        private final List<FillReport> fills = new CopyOnWriteArrayList<>();
        private final List<CancelAnswer> cancels = new CopyOnWriteArrayList<>();

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
    }

    private static final class FakeChannel implements UserChannel {
        private Listener listener;
        private boolean closed;

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
