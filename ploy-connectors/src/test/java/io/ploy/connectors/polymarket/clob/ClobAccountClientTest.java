package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.BalanceAllowance.Allowance;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClobAccountClientTest {
    private static final String ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private static final String ORDER = """
            {"id":"0xaa","status":"LIVE","owner":"key-1","maker_address":"0xF39FD6e51aad88F6F4ce6aB8827279cffFb92266",
             "market":"0xc0","asset_id":"123","side":"BUY","original_size":"100.0000","size_matched":"25.5","price":"0.5000",
             "associate_trades":["t-1"],"outcome":"Yes","created_at":1703875200,"expiration":"1735689600",
             "order_type":"GTD","novelty":{}}""";
    private static final String TRADE = """
            {"id":"t-1","taker_order_id":"0xaa","market":"0xc0","asset_id":"123","side":"BUY","size":"10","fee_rate_bps":"0",
             "price":"0.57","status":"TRADE_STATUS_CONFIRMED","match_time":"1672290701",
             "match_time_nano":"1672290701000000000","last_update":"2022-12-29T05:11:42Z","outcome":"YES","bucket_index":1,
             "owner":"key-1","maker_address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","transaction_hash":"0xff35",
             "err_msg":null,"trader_side":"MAKER",
             "maker_orders":[{"order_id":"0xbb","owner":"key-2",
               "maker_address":"0x70997970C51812dc3A010C7d01b50e0d17dc79C8","matched_amount":"10","price":"0.43",
               "fee_rate_bps":"0","asset_id":"456","outcome":"NO","side":"BUY","builder_fee":"0","builder_code":"0x00"}]}""";

    private final LocalVenue venue = new LocalVenue();
    private final UnknownMembers unknown = new UnknownMembers();
    private final ClobAccountClient client =
            new ClobAccountClient(venue.transport(), LocalVenue.ACCOUNT, AccountKind.SAFE, unknown);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void orderIsReadWithAllItsMembers() throws InterruptedException {
        venue.answers(ORDER);

        assertThat(client.order(new VenueOrderId("0xaa")))
                .contains(new OpenOrder(
                        new VenueOrderId("0xaa"),
                        OrderState.LIVE,
                        "LIVE",
                        "",
                        "key-1",
                        new Address(ADDRESS),
                        "0xc0",
                        "123",
                        Side.BUY,
                        Quantity.ofShares(100),
                        Quantity.parse("25.5"),
                        Price.parse("0.5"),
                        "Yes",
                        TimeInForce.GTD,
                        Instant.ofEpochSecond(1_703_875_200),
                        Instant.ofEpochSecond(1_735_689_600),
                        List.of("t-1")));
        venue.sawSigned("GET /data/order/0xaa", "");
        assertThat(unknown.byMember()).containsOnlyKeys("novelty");
    }

    @Test
    void orderThatIsNotActiveIsAbsent() {
        venue.answers("").answers("{}").answers("null").answers(404, "{\"error\":\"order not found\"}");

        for (int i = 0; i < 4; i++) {
            assertThat(client.order(new VenueOrderId("0xaa"))).isEmpty();
        }
    }

    @Test
    void whatIsBetweenUsAndTheVenueDoesNotSayThatAnOrderIsAbsent() {
        venue.answers(404, "{\"error\":\"not found\"}");

        assertThatThrownBy(() -> client.order(new VenueOrderId("0xaa")))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, LIVE, ''",
        "live, LIVE, ''",
        "ORDER_STATUS_LIVE, LIVE, ''",
        "matched, MATCHED, ''",
        "DELAYED, DELAYED, ''",
        "unmatched, UNMATCHED, ''",
        "CANCELED, CANCELED, ''",
        "ORDER_STATUS_CANCELED_MARKET_RESOLVED, CANCELED, MARKET_RESOLVED",
        "CANCELED_order couldn't be fully filled., CANCELED, order couldn't be fully filled.",
        "INVALID, INVALID, ''",
        "UNKNOWN, UNKNOWN, ''",
        "SOMETHING_NEW, UNKNOWN, ''"
    })
    void orderStateIsReadInAllItsForms(String status, OrderState state, String reason) {
        venue.answers(ORDER.replace("LIVE", status));

        OpenOrder order = client.order(new VenueOrderId("0xaa")).orElseThrow();

        assertThat(order.state()).isEqualTo(state);
        assertThat(order.reason()).isEqualTo(reason);
        assertThat(order.stateText()).isEqualTo(status);
    }

    @Test
    void membersThatMayBeEmptyMayBeEmpty() {
        venue.answers(ORDER.replace("\"25.5\"", "\"\"")
                .replace("1703875200", "\"\"")
                .replace("\"1735689600\"", "\"0\"")
                .replace("[\"t-1\"]", "null")
                .replace("GTD", "IOC"));

        OpenOrder order = client.order(new VenueOrderId("0xaa")).orElseThrow();

        assertThat(order.matched()).isEqualTo(Quantity.ZERO);
        assertThat(order.createdAt()).isNull();
        assertThat(order.expiresAt()).isNull();
        assertThat(order.trades()).isEmpty();
        assertThat(order.timeInForce()).isEqualTo(TimeInForce.FAK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "price":"0.5000"         | "price":"1.5"         | 'price': price outside [0, 1]: 1.5
        "size_matched":"25.5"    | "size_matched":null   | 'size_matched' is missing
        "size_matched":"25.5",   | ''                    | 'size_matched' is missing
        "side":"BUY"             | "side":7              | 'side' is 7 where text is expected
        "original_size":"100.0000" | "original_size":"-1" | 'original_size': quantity below zero: -1
        """)
    void orderThatCannotBeReadIsAFailureThatNamesTheMember(String member, String instead, String problem) {
        venue.answers(ORDER.replace(member, instead == null ? "" : instead));

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.order(new VenueOrderId("0xaa")))
                .withMessageEndingWith(problem)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @Test
    void idThatWouldChangeThePathIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.order(new VenueOrderId("0xaa/../../cancel-all?x")));
        assertThat(venue.requests()).isZero();
    }

    @Test
    void openOrdersAreReadPageByPage() throws InterruptedException {
        venue.answers("{\"limit\":1,\"count\":1,\"next_cursor\":\"MQ==\",\"data\":[" + ORDER + "]}")
                .answers("{\"limit\":1,\"count\":1,\"next_cursor\":\"LTE=\",\"data\":[" + ORDER.replace("0xaa", "0xab")
                        + "]}");

        Listing<OpenOrder> orders = client.openOrders(new OrderFilter(new VenueOrderId("0xaa"), "0xc0", "123"));

        venue.sawSigned("GET /data/orders?id=0xaa&market=0xc0&asset_id=123&next_cursor=MA%3D%3D", "");
        venue.sawSigned("GET /data/orders?id=0xaa&market=0xc0&asset_id=123&next_cursor=MQ%3D%3D", "");
        assertThat(orders.isComplete()).isTrue();
        assertThat(orders.items()).extracting(order -> order.id().value()).containsExactly("0xaa", "0xab");
    }

    @Test
    void openOrderThatCannotBeReadMakesTheListIncomplete() {
        venue.answers("{\"data\":[" + ORDER + "," + ORDER.replace("\"price\"", "\"prize\"") + "]}");

        Listing<OpenOrder> orders = client.openOrders(OrderFilter.ALL);

        assertThat(orders.end()).isEqualTo(End.UNREADABLE_ENTRIES);
        assertThat(orders.detail()).isEqualTo("'data[1].price' is missing");
        assertThat(orders.items()).hasSize(1);
    }

    @Test
    void ordersOfAMarketAreAskedForByItsName() throws InterruptedException {
        venue.answers("{\"data\":[]}").answers("{\"data\":[]}");

        assertThat(client.openOrders(OrderFilter.ofMarket("0xc0")).isComplete()).isTrue();
        assertThat(client.preMigrationOrders().items()).isEmpty();

        venue.sawSigned("GET /data/orders?market=0xc0&next_cursor=MA%3D%3D", "");
        venue.sawSigned("GET /data/pre-migration-orders?next_cursor=MA%3D%3D", "");
    }

    @Test
    void tradeIsReadWithAllItsMembers() throws InterruptedException {
        venue.answers("{\"data\":[" + TRADE + "],\"next_cursor\":\"LTE=\"}");

        Listing<Trade> trades = client.trades(new TradeFilter(
                "t-1",
                new Address(ADDRESS),
                "0xc0",
                "123",
                Instant.ofEpochSecond(1_600_000_000),
                Instant.ofEpochSecond(1_700_000_000)));

        venue.sawSigned(
                "GET /data/trades?id=t-1&maker_address=" + ADDRESS
                        + "&market=0xc0&asset_id=123&before=1700000000&after=1600000000&next_cursor=MA%3D%3D",
                "");
        assertThat(trades)
                .isEqualTo(new Listing<>(
                        List.of(new Trade(
                                "t-1",
                                1,
                                new VenueOrderId("0xaa"),
                                "0xc0",
                                "123",
                                Side.BUY,
                                Quantity.ofShares(10),
                                Price.parse("0.57"),
                                SettlementStatus.CONFIRMED,
                                Instant.ofEpochSecond(1_672_290_701),
                                Instant.parse("2022-12-29T05:11:42Z"),
                                "YES",
                                "key-1",
                                new Address(ADDRESS),
                                LiquidityRole.MAKER,
                                "0xff35",
                                "",
                                BigDecimal.ZERO,
                                List.of(new MakerOrder(
                                        new VenueOrderId("0xbb"),
                                        "key-2",
                                        new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"),
                                        Quantity.ofShares(10),
                                        Price.parse("0.43"),
                                        "456",
                                        Side.BUY,
                                        "NO",
                                        BigDecimal.ZERO)))),
                        End.COMPLETE,
                        "",
                        null));
        assertThat(unknown.total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MATCHED, MATCHED",
        "matched, MATCHED",
        "TRADE_STATUS_MINED, MINED",
        "RETRYING, RETRYING",
        "FAILED, FAILED",
        "CONFIRMED, CONFIRMED",
        "MATCHED_NOT_BROADCASTED, QUEUED",
        "TRADE_STATUS_MATCHED_NOT_BROADCASTED, QUEUED"
    })
    void tradeStatusIsReadInAllItsForms(String status, SettlementStatus expected) {
        venue.answers("{\"data\":[" + TRADE.replace("TRADE_STATUS_CONFIRMED", status) + "]}");

        assertThat(client.trades(TradeFilter.ofId("t-1")).items())
                .extracting(Trade::status)
                .containsExactly(expected);
    }

    @Test
    void tradeOfUnknownStatusIsNotGuessed() {
        venue.answers("{\"data\":[" + TRADE.replace("TRADE_STATUS_CONFIRMED", "SETTLED") + "]}");

        Listing<Trade> trades = client.trades(TradeFilter.ALL.since(Instant.ofEpochSecond(5)));

        assertThat(trades.items()).isEmpty();
        assertThat(trades.detail()).isEqualTo("'data[0].status' is a trade status that is not known: 'SETTLED'");
    }

    @Test
    void partsOfATradeAreKeptApart() {
        venue.answers("{\"data\":[" + TRADE + "," + TRADE.replace("\"bucket_index\":1", "\"bucket_index\":2") + "]}");

        assertThat(client.trades(TradeFilter.ALL).items())
                .extracting(Trade::bucketIndex)
                .containsExactly(1, 2);
    }

    @Test
    void tradeThatMovesOnBetweenPagesMakesTheListIncomplete() {
        venue.answers("{\"data\":[" + TRADE + "],\"next_cursor\":\"MQ==\"}")
                .answers("{\"data\":[" + TRADE.replace("CONFIRMED", "FAILED") + "]}");

        Listing<Trade> trades = client.trades(TradeFilter.ALL);

        assertThat(trades.end()).isEqualTo(End.CONTRADICTION);
        assertThat(trades.items()).extracting(Trade::status).containsExactly(SettlementStatus.FAILED);
    }

    @Test
    void failureInTheMiddleOfAListKeepsWhatWasReadAndSaysWhy() {
        venue.answers("{\"data\":[" + TRADE + "],\"next_cursor\":\"MQ==\"}")
                .answers(400, "{\"error\":\"Invalid trade params payload\"}");

        Listing<Trade> trades = client.trades(TradeFilter.ALL);

        assertThat(trades.end()).isEqualTo(End.FAILED);
        assertThat(trades.items()).hasSize(1);
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(trades::whole)
                .satisfies(e -> assertThat(e.venueText()).isEqualTo("Invalid trade params payload"));
    }

    @Test
    void collateralIsAskedForWithTheKindOfAccount() throws InterruptedException {
        venue.answers(
                "{\"balance\":\"1000000000\",\"allowances\":{\"" + ADDRESS + "\":\"115792089237316195423570985008687"
                        + "907853269984665640564039457584007913129639935\",\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\":\"5\"}}");

        BalanceAllowance balance = client.balanceAllowance(AssetType.COLLATERAL, null);

        venue.sawSigned("GET /balance-allowance?asset_type=COLLATERAL&signature_type=2", "");
        assertThat(balance.cash()).isEqualTo(Cash.ofUsd(1_000));
        assertThat(balance.allowances())
                .containsExactly(
                        new Allowance(new Address(ADDRESS), Long.MAX_VALUE),
                        new Allowance(new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"), 5));
        assertThat(balance.allowanceMicros(new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")))
                .isEqualTo(5);
        assertThat(balance.allowanceMicros(new Address("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")))
                .isZero();
    }

    @Test
    void tokensAndPositionsAreAskedForByName() throws InterruptedException {
        venue.answers("{\"balance\":\"2500000\",\"allowance\":\"7\"}").answers("{\"balance\":0}");

        assertThat(client.balanceAllowance(AssetType.CONDITIONAL, "123").shares())
                .isEqualTo(Quantity.parse("2.5"));
        assertThat(client.balanceAllowance(AssetType.CONDITIONAL_V2, "456").shares())
                .isEqualTo(Quantity.ZERO);

        venue.sawSigned("GET /balance-allowance?asset_type=CONDITIONAL&token_id=123&signature_type=2", "");
        venue.sawSigned("GET /balance-allowance?asset_type=CONDITIONAL-V2&token_id=456&signature_type=2", "");
        assertThatIllegalArgumentException().isThrownBy(() -> client.balanceAllowance(AssetType.COLLATERAL, "123"));
        assertThatIllegalArgumentException().isThrownBy(() -> client.balanceAllowance(AssetType.CONDITIONAL, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"balance\":\"250.500000\"}",
                "{\"balance\":\"-1\"}",
                "{\"allowances\":{}}",
                "{\"balance\":\"1e30\"}",
                "{\"balance\":\"1\",\"allowances\":{\"0x12\":\"1\"}}",
                "{\"balance\":\"1\",\"allowances\":{\"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\":\"-1\"}}"
            })
    void balanceThatIsNoCountOfMicrosIsNotGuessed(String answer) {
        venue.answers(answer);

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.balanceAllowance(AssetType.COLLATERAL, null))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @Test
    void balanceIsRefreshedWhateverIsAnswered() throws InterruptedException {
        venue.answers("");

        client.refreshBalanceAllowance(AssetType.CONDITIONAL, "123");

        venue.sawSigned("GET /balance-allowance/update?asset_type=CONDITIONAL&token_id=123&signature_type=2", "");
    }

    @Test
    void notificationsAreReadAndDropped() throws InterruptedException {
        venue.answers("""
                        [{"id":1,"type":2,"owner":"key-1","payload":{"order_id":"0xaa"},"timestamp":1675277676},
                         {"type":99,"owner":"","payload":null}]""").answers("\"OK\"");

        assertThat(client.notifications())
                .containsExactly(
                        new Notification(
                                1L,
                                Notification.Kind.FILL,
                                "key-1",
                                "{\"order_id\":\"0xaa\"}",
                                Instant.ofEpochSecond(1_675_277_676)),
                        new Notification(null, Notification.Kind.UNKNOWN, "", "{}", null));
        client.dropNotifications(List.of(1L, 2L));

        venue.sawSigned("GET /notifications?signature_type=2", "");
        venue.sawSigned("DELETE /notifications?ids=1%2C2", "");
        assertThatIllegalArgumentException().isThrownBy(() -> client.dropNotifications(List.of()));
    }

    @Test
    void scoringIsToldForOneOrderAndForMany() throws InterruptedException {
        venue.answers("{\"scoring\":true}").answers("{\"0xaa\":true,\"0xbb\":false}");
        VenueOrderId a = new VenueOrderId("0xAA");
        VenueOrderId b = new VenueOrderId("0xbb");
        VenueOrderId c = new VenueOrderId("0xcc");

        assertThat(client.orderScoring(a)).isTrue();
        assertThat(client.ordersScoring(List.of(a, b, c))).containsExactly(a);

        venue.sawSigned("GET /order-scoring?order_id=0xAA", "");
        venue.sawSigned("POST /orders-scoring", "[\"0xAA\",\"0xbb\",\"0xcc\"]");
    }

    @Test
    void heartbeatCarriesTheIdOfTheLastAnswer() throws InterruptedException {
        venue.answers("{\"heartbeat_id\":\"h-1\"}").answers("{\"heartbeat_id\":\"h-2\"}");

        Heartbeat first = client.heartbeat(Heartbeat.FIRST);
        Heartbeat second = client.heartbeat(first.nextId());

        venue.sawSigned("POST /v1/heartbeats", "{\"heartbeat_id\":\"\"}");
        venue.sawSigned("POST /v1/heartbeats", "{\"heartbeat_id\":\"h-1\"}");
        assertThat(second).isEqualTo(new Heartbeat(true, "h-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_msg", "error"})
    void wrongHeartbeatIsAnsweredWithTheRightId(String member) throws InterruptedException {
        venue.answers(400, "{\"" + member + "\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"h-9\"}")
                .answers("{\"heartbeat_id\":\"h-10\"}");

        Heartbeat wrong = client.heartbeat("h-1");
        Heartbeat right = client.heartbeat(wrong.nextId());

        venue.sawSigned("POST /v1/heartbeats", "{\"heartbeat_id\":\"h-1\"}");
        venue.sawSigned("POST /v1/heartbeats", "{\"heartbeat_id\":\"h-9\"}");
        assertThat(wrong).isEqualTo(new Heartbeat(false, "h-9"));
        assertThat(right).isEqualTo(new Heartbeat(true, "h-10"));
    }

    @Test
    void heartbeatThatTheVenueExpectsAnewIsAnsweredWithTheFirstId() {
        venue.answers(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"\"}");

        assertThat(client.heartbeat("h-1")).isEqualTo(new Heartbeat(false, Heartbeat.FIRST));
    }

    @Test
    void wrongHeartbeatWithoutTheRightIdStartsAnewWithTheOlderOne() throws InterruptedException {
        venue.answers(400, "{\"error_msg\":\"Invalid Heartbeat ID\"}").answers("{\"status\":\"ok\"}");

        Heartbeat answer = client.heartbeat("h-1");

        venue.sawSigned("POST /v1/heartbeats", "{\"heartbeat_id\":\"h-1\"}");
        venue.sawSigned("POST /heartbeats", "");
        assertThat(answer).isEqualTo(new Heartbeat(true, Heartbeat.FIRST));
    }

    @Test
    void otherFailureOfAHeartbeatIsThrown() {
        venue.answers(401, "{\"error\":\"Invalid Heartbeat ID\"}");

        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> client.heartbeat(""));
        assertThat(venue.requests()).isEqualTo(1);
    }

    @Test
    void tierAndBanAreTold() throws InterruptedException {
        venue.answers("{\"tier\":\"Gold\"}").answers("\"standard\"").answers("{\"closed_only\":true}");

        assertThat(client.rateLimitTier()).isEqualTo("Gold");
        assertThat(client.rateLimitTier()).isEqualTo("standard");
        assertThat(client.closedOnly()).isTrue();

        venue.sawSigned("GET /v1/user/rate-limit-tier", "");
        venue.sawSigned("GET /v1/user/rate-limit-tier", "");
        venue.sawSigned("GET /auth/ban-status/closed-only", "");
    }
}
