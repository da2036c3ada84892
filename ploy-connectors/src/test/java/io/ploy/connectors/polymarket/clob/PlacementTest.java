package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.Placement.Accepted;
import io.ploy.connectors.polymarket.clob.Placement.InDoubt;
import io.ploy.connectors.polymarket.clob.Placement.Refused;
import io.ploy.connectors.polymarket.clob.Placement.State;
import io.ploy.connectors.polymarket.http.LimitSettings;
import io.ploy.connectors.polymarket.http.RateRule;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    private static final PreparedOrder A = prepared("0xAA", "{\"order\":1}");
    private static final PreparedOrder B = prepared("0xbb", "{\"order\":2}");
    private static final PreparedOrder C = prepared("0xcc", "{\"order\":3}");

    private final LocalVenue venue = new LocalVenue();
    private final UnknownMembers unknown = new UnknownMembers();

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void orderIsSentAsItsVeryBytes() throws InterruptedException {
        venue.answers("""
                {"errorMsg":"","orderID":"0xaa","takingAmount":"5","makingAmount":"2.6","status":"matched",
                 "transactionsHashes":["0x1"],"tradeIDs":["t-1","t-2"],"success":true,"new":1}""");

        Placement placement = client().placeOrder(A);

        venue.sawSigned("POST /order", "{\"order\":1}");
        assertThat(placement)
                .isEqualTo(new Accepted(
                        id("0xAA"), State.MATCHED, 2_600_000, 5_000_000, List.of("t-1", "t-2"), List.of("0x1")));
        assertThat(unknown.byMember()).containsOnlyKeys("new");
    }

    @ParameterizedTest
    @CsvSource({"live, LIVE", "MATCHED, MATCHED", "delayed, DELAYED", "unmatched, UNMATCHED", "'', UNSTATED"})
    void acceptedOrderSaysWhereItStands(String status, State state) {
        venue.answers("{\"success\":true,\"errorMsg\":null,\"orderID\":\"0xaa\",\"makingAmount\":\"\",\"status\":\""
                + status + "\"}");

        assertThat(client().placeOrder(A)).isEqualTo(new Accepted(id("0xAA"), state, 0, 0, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"success":false,"orderID":"","errorMsg":"not enough balance / allowance"} | NOT_ENOUGH_BALANCE
        {"success":true,"orderID":"","errorMsg":"post-only mode: only post-only orders and cancels are allowed"} | POST_ONLY_MODE
        {"success":false,"orderID":null,"errorMsg":"Insufficient balance"} | NOT_ENOUGH_BALANCE
        {"success":false,"orderID":"0xaa","errorMsg":"invalid expiration"} | INVALID_EXPIRATION
        {"error":"invalid expiration"} | INVALID_EXPIRATION
        """)
    void refusalInAGoodAnswerIsARefusal(String answer, RefusalReason reason) {
        venue.answers(answer);

        Placement placement = client().placeOrder(A);

        assertThat(placement).isInstanceOf(Refused.class);
        assertThat(reason(placement)).isEqualTo(reason);
    }

    @Test
    void refusalByStatusCarriesReasonWordsAndCause() {
        venue.answers(400, "{\"error\":\"order 0xAA is invalid. Price (0.515) breaks minimum tick size rule: 0.01\"}");

        Placement placement = client().placeOrder(A);

        assertThat(placement).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.TICK_SIZE);
            assertThat(refused.text()).contains("breaks minimum tick size rule: 0.01");
            assertThat(refused.cause()).isNotNull();
        });
    }

    @Test
    void duplicateIsDoubtBecauseTheOrderMayBeLive() {
        venue.answers(400, "{\"error\":\"order 0xAA is invalid. Duplicated.\"}");

        Placement placement = client().placeOrder(A);

        assertThat(placement).isInstanceOf(InDoubt.class);
        assertThat(reason(placement)).isEqualTo(RefusalReason.DUPLICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"orderID\":\"\",\"errorMsg\":\"\"}",
                "{\"success\":false,\"orderID\":\"0xaa\",\"errorMsg\":\"\"}",
                "{\"success\":true,\"orderID\":\"0xaa\",\"errorMsg\":\"but\"}",
                "{\"orderID\":\"0xaa\",\"errorMsg\":\"\"}",
                "{\"success\":true,\"orderID\":\"0xbb\",\"errorMsg\":\"\",\"status\":\"live\"}",
                "{\"success\":true,\"orderID\":\"0xaa\",\"errorMsg\":\"\",\"status\":\"canceled\"}",
                "{\"success\":true,\"orderID\":\"0xaa\",\"errorMsg\":\"\",\"status\":\"live\",\"makingAmount\":\"x\"}",
                "{\"success\":\"maybe\",\"orderID\":\"0xaa\"}",
                "{\"success\":false,\"errorMsg\":\"something new\"}",
                "{\"error\":\"something new\"}",
                "{\"success\":false,\"orderID\":\"\",\"errorMsg\":\"order match delayed due to market conditions\"}",
                "{}",
                "[]",
                "null",
                "\"OK\"",
                "",
                "{\"success\":true,\"success\":false}"
            })
    void answerThatSaysNeitherYesNorNoIsDoubt(String answer) {
        venue.answers(answer);

        assertThat(client().placeOrder(A)).isInstanceOf(InDoubt.class);
        assertThat(venue.requests()).isEqualTo(1);
    }

    @Test
    void failureOfTheVenueIsDoubt() {
        venue.answers(500, "{\"error\":\"could not insert order\"}");

        assertThat(client().placeOrder(A))
                .isInstanceOfSatisfying(
                        InDoubt.class, doubt -> assertThat(doubt.text()).isEqualTo("could not insert order"));
        assertThat(venue.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void everyFailureIsAnEndAndDoubtIfItMayHaveBeenCarriedOut(Failure failure) {
        Placement placement = failing(failure, "invalid expiration").placeOrder(A);

        assertThat(placement instanceof InDoubt).isEqualTo(failure.isAmbiguous());
        assertThat(placement instanceof Refused).isEqualTo(!failure.isAmbiguous());
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"REFUSED", "NOT_FOUND"})
    void refusalInWordsThatAreNotKnownIsDoubtUntilALookUpAgrees(Failure failure) {
        Placement placement = failing(failure, "something new").placeOrder(A);

        assertThat(placement)
                .isInstanceOfSatisfying(
                        InDoubt.class, doubt -> assertThat(doubt.text()).isEqualTo("something new"));
    }

    @Test
    void failureWithoutWordsIsExplainedByItsMessage() {
        Placement placement = failing(Failure.NOT_SENT, "").placeOrder(A);

        assertThat(placement).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_SENT);
            assertThat(refused.text()).isEqualTo("told by the test");
        });
    }

    @ParameterizedTest
    @CsvSource({"4999, 1", "5000, 2"})
    void orderThatHasToWaitIsNotSentAfterItsTime(long millis, int sent) {
        List<RateRule> rules = List.of(
                RateRule.of(Service.CLOB, "POST", 1, Duration.ofSeconds(5), "/order"),
                RateRule.of(Service.CLOB, "POST", 1, Duration.ofSeconds(5), "/orders"));
        PreparedOrder late = prepared("0xDD", "{\"order\":4}", LocalVenue.NOW.plusMillis(millis));
        try (LocalVenue slow = new LocalVenue(new LimitSettings(rules, List.of(), 0, Duration.ofSeconds(1)))) {
            slow.answers(400, "{\"error\":\"invalid expiration\"}").answers(400, "{\"error\":\"invalid expiration\"}");
            client(slow.transport()).placeOrder(A);

            Placement placement = client(slow.transport()).placeOrder(late);

            assertThat(reason(placement))
                    .isEqualTo(sent == 1 ? RefusalReason.NOT_SENT : RefusalReason.INVALID_EXPIRATION);
            assertThat(slow.requests()).isEqualTo(sent);
        }
        try (LocalVenue slow = new LocalVenue(new LimitSettings(rules, List.of(), 0, Duration.ofSeconds(1)))) {
            slow.answers(400, "{\"error\":\"invalid expiration\"}").answers(400, "{\"error\":\"invalid expiration\"}");
            client(slow.transport()).placeOrders(List.of(A, B));

            client(slow.transport()).placeOrders(List.of(C, late));

            assertThat(slow.requests()).as("the earliest of a batch counts").isEqualTo(sent);
        }
    }

    @Test
    void severalOrdersGoInOneBodyAndAreAnsweredInOrder() throws InterruptedException {
        venue.answers("""
                [{"success":true,"orderID":"0xaa","errorMsg":"","status":"live"},
                 {"success":true,"orderID":"","errorMsg":"invalid post-only order: order crosses book","status":""},
                 {"success":true,"orderID":"0xCC","errorMsg":"","status":"delayed"}]""");

        List<Placement> placements = client().placeOrders(List.of(A, B, C));

        venue.sawSigned("POST /orders", "[{\"order\":1},{\"order\":2},{\"order\":3}]");
        assertThat(placements).hasSize(3);
        assertThat(placements.get(0)).isInstanceOf(Accepted.class);
        assertThat(reason(placements.get(1))).isEqualTo(RefusalReason.POST_ONLY_WOULD_CROSS);
        assertThat(placements.get(2)).isInstanceOf(Accepted.class);
        assertThat(placements).extracting(Placement::order).containsExactly(id("0xAA"), id("0xbb"), id("0xcc"));
    }

    @Test
    void ordersWithoutAResultAreInDoubtAndRefusalsAmongTooFewResultsToo() {
        venue.answers("""
                [{"success":true,"orderID":"0xaa","errorMsg":"","status":"live"},
                 {"success":false,"orderID":"","errorMsg":"not enough balance / allowance"}]""");

        List<Placement> placements = client().placeOrders(List.of(A, B, C));

        assertThat(placements.get(0)).isInstanceOf(Accepted.class);
        assertThat(placements.get(1)).isInstanceOf(InDoubt.class);
        assertThat(placements.get(2)).isInstanceOf(InDoubt.class);
    }

    @Test
    void moreResultsThanOrdersProveNothingButNamedOrders() {
        venue.answers("""
                [{"success":false,"orderID":"","errorMsg":"not enough balance / allowance"},
                 {"success":true,"orderID":"0xbb","errorMsg":"","status":"live"},
                 {"success":true,"orderID":"0xcc","errorMsg":"","status":"live"}]""");

        List<Placement> placements = client().placeOrders(List.of(A, B));

        assertThat(placements.get(0)).isInstanceOf(InDoubt.class);
        assertThat(placements.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void resultThatCannotBeReadLeavesTheOthersAlone() {
        venue.answers("[7,{\"success\":true,\"orderID\":\"0xbb\",\"errorMsg\":\"\",\"status\":\"live\"}]");

        List<Placement> placements = client().placeOrders(List.of(A, B));

        assertThat(placements.get(0)).isInstanceOf(InDoubt.class);
        assertThat(placements.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void failedRequestIsTheEndOfEachOrder() {
        venue.answers(400, "{\"error\":\"Too many orders in payload: 20, max allowed: 15\"}");

        assertThat(client().placeOrders(List.of(A, B)))
                .allSatisfy(placement -> assertThat(reason(placement)).isEqualTo(RefusalReason.TOO_MANY_ORDERS))
                .hasOnlyElementsOfType(Refused.class);
        venue.answers("{\"orderID\":\"0xaa\"}");
        assertThat(client().placeOrders(List.of(A, B))).hasOnlyElementsOfType(InDoubt.class);
    }

    @Test
    void requestsThatTheVenueWouldNotTakeAreNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> client().placeOrders(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().placeOrders(Collections.nCopies(16, A)))
                .withMessageContaining("not 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().placeOrders(List.of(A, A)))
                .withMessageContaining("twice");
        assertThat(venue.requests()).isZero();
    }

    @Test
    void everyEndHasItsCase() {
        Placement.Cases<String> cases = new Placement.Cases<>() {
            @Override
            public String accepted(Accepted placement) {
                return "accepted";
            }

            @Override
            public String refused(Refused placement) {
                return "refused";
            }

            @Override
            public String inDoubt(InDoubt placement) {
                return "in doubt";
            }
        };

        assertThat(new Accepted(id("1"), State.LIVE, 0, 0, List.of(), List.of()).match(cases))
                .isEqualTo("accepted");
        assertThat(new Refused(id("1"), RefusalReason.UNKNOWN, "", null).match(cases))
                .isEqualTo("refused");
        assertThat(new InDoubt(id("1"), RefusalReason.UNKNOWN, "", null).match(cases))
                .isEqualTo("in doubt");
    }

    private static RefusalReason reason(Placement placement) {
        if (placement instanceof Refused refused) {
            return refused.reason();
        }
        return placement instanceof InDoubt doubt ? doubt.reason() : RefusalReason.UNKNOWN;
    }

    private ClobAccountClient client() {
        return client(venue.transport());
    }

    private ClobAccountClient client(Transport transport) {
        return new ClobAccountClient(transport, LocalVenue.ACCOUNT, AccountKind.EOA, unknown);
    }

    private ClobAccountClient failing(Failure failure, String words) {
        return client(call -> {
            throw new RequestException(failure, 0, "told by the test", words, null, null);
        });
    }

    private static VenueOrderId id(String value) {
        return new VenueOrderId(value);
    }

    private static PreparedOrder prepared(String id, String body) {
        return prepared(id, body, Instant.MAX);
    }

    private static PreparedOrder prepared(String id, String body, Instant doNotSendAfter) {
        return new PreparedOrder(
                new ClientOrderId(new AccountId("main"), 1, 1),
                id(id),
                doNotSendAfter,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
