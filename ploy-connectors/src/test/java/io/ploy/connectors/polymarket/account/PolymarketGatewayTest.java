package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolymarketGatewayTest extends GatewayRig {

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

    @Test
    void aLookUpThatFindsNoOrderReadsTheMarketsTradesAndOpenOrders() {
        PreparedOrder order = resting();
        answer("POST /order", accepted(order, "live", "", "", "[]"));
        gateway.send(order);
        evidence();
        heard.evidence.clear();
        answer("GET /data/trades", "{\"data\":[" + trade(order, "MINED") + "],\"next_cursor\":\"LTE=\"}");

        gateway.lookUp(order.venueOrderId(), OneMarket.YES, Facts.NOW);

        await().until(() -> !heard.lookUps.isEmpty());
        assertThat(heard.lookUps.get(0).result()).isEqualTo(LookUp.Result.INCOMPLETE);
        assertThat(requests).anyMatch(each -> each.startsWith("GET /data/orders?market=0x5f"));
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
                "400 | order_version_mismatch                               | venue.mode         | CRITICAL",
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
}
