package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F01 to F16 and F35 to F37 on the wire. */
class EntryFaultsTest {
    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS", "HEADERS", "BODY"})
    void f01AnOrderIsTakenAndItsAnswerBreaksOff(String cut) {
        bench.inject(Fault.F01, fault -> fault.occasions(2).with("cut", cut));
        PreparedOrder first = bench.sign(bench.buy("10", "0.10"));
        PreparedOrder second = bench.sign(bench.buy("10", "0.11"));
        PreparedOrder third = bench.sign(bench.buy("10", "0.12"));
        assertThat(bench.tryPost(first)).isPresent();
        assertThat(bench.tryPost(second)).isEmpty();
        assertThat(bench.tryPost(third)).isPresent();
        assertThat(bench.order(second))
                .hasValueSatisfying(order -> assertThat(order.status()).isEqualTo("LIVE"));
        assertThat(bench.strikes(Fault.F01)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "RESET"})
    void f02ARequestIsLostBeforeTheVenueActs(String end) {
        bench.inject(Fault.F02, fault -> fault.times(1).with("end", end));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        assertThat(bench.tryPost(order)).isEmpty();
        assertThat(bench.order(order)).isEmpty();
        assertThat(bench.tryPost(order)).as("the same bytes again").isPresent();
        assertThat(bench.order(order)).isPresent();
    }

    @Test
    void f03AnAnswerComesLate() {
        bench.inject(Fault.F03, fault -> fault.times(1).with("hold", "5s"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        CompletableFuture<Answer> answer = bench.postLater(order);
        bench.awaitStrike(Fault.F03);
        assertThat(bench.order(order)).as("it is there at once").isPresent();
        bench.advance("4.9");
        assertThat(answer).isNotDone();
        bench.advance("0.2");
        assertThat(answer.join().body()).contains("\"status\":\"live\"");
    }

    @Test
    void f03AnOrderIsProcessedOnlyAtTheEndOfTheHold() {
        bench.inject(Fault.F03, fault -> fault.times(1).with("hold", "5s").with("then", "PROCESS_LAST"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        CompletableFuture<Answer> answer = bench.postLater(order);
        bench.awaitStrike(Fault.F03);
        bench.advance("4.9");
        assertThat(bench.order(order)).isEmpty();
        bench.advance("0.2");
        assertThat(answer.join().body()).contains("\"status\":\"live\"");
        assertThat(bench.order(order)).isPresent();
    }

    @Test
    void f03AnOrderIsTradedWithWhileItsAnswerIsHeld() {
        bench.inject(Fault.F03, fault -> fault.times(1).with("then", "MATCH"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.45"));
        CompletableFuture<Answer> answer = bench.postLater(order);
        bench.awaitStrike(Fault.F03);
        bench.advance("6");
        assertThat(answer.join().body()).as("the answer is older").contains("\"status\":\"live\"");
        assertThat(bench.order(order).orElseThrow().matched()).isEqualTo(Quantity.ofShares(10));
    }

    @Test
    void f03ARefusalComesLate() {
        bench.inject(Fault.F03, fault -> fault.times(1).with("then", "REFUSE"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        CompletableFuture<Answer> answer = bench.postLater(order);
        bench.awaitStrike(Fault.F03);
        bench.advance("6");
        assertThat(answer.join().status()).isEqualTo(500);
        assertThat(bench.order(order)).isEmpty();
    }

    @Test
    void f04ASecondCopyIsAnsweredOddly() {
        bench.inject(Fault.F04, fault -> fault.with("answer", "NO_BALANCE"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        assertThat(bench.post(order).status()).isEqualTo(200);
        Answer again = bench.post(order);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("not enough balance / allowance");
        assertThat(bench.strikes(Fault.F04)).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f05AnOrderIsAnsweredWithAnErrorTakenOrNot(boolean created) {
        bench.inject(Fault.F05, fault -> fault.times(1).with("created", String.valueOf(created)));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        assertThat(bench.post(order).status()).isEqualTo(500);
        assertThat(bench.order(order).isPresent()).isEqualTo(created);
    }

    @Test
    void f06BalancesAreToldAndCheckedAsTheyWere() {
        bench.inject(Fault.F06, fault -> fault.with("lag", "30s"));
        String path = "/balance-allowance?asset_type=CONDITIONAL&signature_type=0&token_id=" + bench.yes.symbol();
        assertThat(bench.json(path).path("balance").asText()).isEqualTo("0");
        assertThat(bench.post(bench.buy("10", "0.60").fillAndKill()).body()).contains("matched");
        bench.advance("10");
        assertThat(bench.trades().get(0).status().name()).isEqualTo("CONFIRMED");
        assertThat(bench.json(path).path("balance").asText())
                .as("the cache is older")
                .isEqualTo("0");
        Answer sale = bench.post(bench.sell("10", "0.40"));
        assertThat(sale.body()).contains("the balance is not enough -> balance: 0, order amount: 10000000");
        bench.advance("25");
        assertThat(bench.json(path).path("balance").asText()).isEqualTo("10000000");
        assertThat(bench.post(bench.sell("10", "0.40")).status()).isEqualTo(200);
    }

    @Test
    void f06OnlyTheRightRefreshHelps() {
        bench.inject(Fault.F06, fault -> fault.with("clears", "RIGHT_REFRESH"));
        String token = "signature_type=0&asset_type=CONDITIONAL&token_id=" + bench.yes.symbol();
        assertThat(bench.json("/balance-allowance?" + token).path("balance").asText())
                .isEqualTo("0");
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("60");
        assertThat(bench.json("/balance-allowance?" + token).path("balance").asText())
                .isEqualTo("0");
        bench.get("/balance-allowance/update?signature_type=0&asset_type=COLLATERAL");
        assertThat(bench.json("/balance-allowance?" + token).path("balance").asText())
                .isEqualTo("0");
        bench.get("/balance-allowance/update?" + token);
        assertThat(bench.json("/balance-allowance?" + token).path("balance").asText())
                .isEqualTo("10000000");
    }

    @Test
    void f07MoneyStaysReservedThatNoOrderNeeds() {
        bench.inject(Fault.F07, fault -> fault.with("amount", "9990"));
        Answer refused = bench.post(bench.buy("100", "0.30"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("sum of active orders: 9990000000, order amount: 30000000");
        assertThat(bench.post(bench.buy("30", "0.30")).status()).isEqualTo(200);
    }

    @Test
    void f08AmountsWithMoreDecimalsThanAllowedAreRefused() {
        bench.inject(Fault.F08, fault -> fault.with("makerDecimals", "0"));
        assertThat(bench.post(bench.buy("10", "0.11")).body()).contains("max accuracy of 0 decimals");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f09SmallOrdersAreRefused() {
        bench.inject(Fault.F09, fault -> fault.with("minShares", "15").with("minNotional", "2"));
        assertThat(bench.post(bench.buy("14", "0.30")).body()).contains("Size (14) lower than the minimum: 15");
        assertThat(bench.post(bench.buy("15", "0.10")).body()).contains("min size: $2");
        assertThat(bench.post(bench.buy("15", "0.30")).status()).isEqualTo(200);
    }

    @Test
    void f11TheBookMovesAgainstAPostOnlyOrder() {
        bench.inject(Fault.F11, fault -> fault.times(1));
        Answer answer = bench.post(bench.buy("10", "0.45").postOnly());
        assertThat(answer.body()).contains("invalid post-only order: order crosses book");
        assertThat(bench.post(bench.buy("10", "0.44").postOnly()).status()).isEqualTo(200);
    }

    @Test
    void f12AFillAndKillOrderMeetsNothing() {
        bench.inject(Fault.F12, fault -> fault.times(1));
        assertThat(bench.post(bench.buy("10", "0.60").fillAndKill()).body()).contains("no orders found to match");
    }

    @Test
    void f12AFillAndKillOrderMeetsAPart() {
        bench.inject(
                Fault.F12, fault -> fault.times(1).with("outcome", "PARTIAL").with("share", "0.6"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.60").fillAndKill());
        bench.post(order);
        assertThat(bench.order(order).orElseThrow().matched()).isEqualTo(Quantity.ofShares(6));
    }

    @Test
    void f12AFillAndKillOrderIsToldLiveAndFillsLater() {
        bench.inject(
                Fault.F12,
                fault -> fault.times(1).with("outcome", "LIVE_THEN_FILL").with("delay", "3s"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.60").fillAndKill());
        JsonNode answer = FaultBench.json(bench.post(order));
        assertThat(answer.path("status").asText()).isEqualTo("live");
        assertThat(answer.path("takingAmount").asText()).isEmpty();
        assertThat(bench.order(order)).isEmpty();
        bench.advance("3");
        assertThat(bench.order(order).orElseThrow().matched()).isEqualTo(Quantity.ofShares(10));
    }

    @Test
    void f13AFillOrKillOrderIsRefusedThoughTheBookIsFull() {
        bench.inject(Fault.F13, fault -> fault.times(1).with("status", "500"));
        Answer answer = bench.post(bench.buy("10", "0.60").fillOrKill());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("fully filled or killed");
        assertThat(bench.post(bench.buy("10", "0.60").fillOrKill()).body()).contains("matched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOK", "UNMATCHED"})
    void f14AnOrderThatCrossesWaits(String then) {
        bench.inject(Fault.F14, fault -> fault.times(1).with("delay", "2s").with("then", then));
        PreparedOrder order = bench.sign(bench.buy("10", "0.60"));
        assertThat(bench.post(order).body()).contains("\"status\":\"delayed\"");
        assertThat(bench.order(order).orElseThrow().status()).isEqualTo("DELAYED");
        bench.advance("2");
        assertThat(bench.order(order).orElseThrow().matched())
                .isEqualTo(then.equals("BOOK") ? Quantity.ofShares(10) : Quantity.ZERO);
        assertThat(bench.post(bench.buy("10", "0.60")).body()).as("once only").doesNotContain("delayed");
    }

    @Test
    void f15ABatchIsAnsweredShort() {
        bench.inject(Fault.F15, fault -> fault.times(1).with("how", "FEWER").with("leg", "2"));
        JsonNode answer = FaultBench.json(batch());
        assertThat(answer).hasSize(1);
        assertThat(bench.json("/data/orders").path("data")).as("both are there").hasSize(2);
    }

    @Test
    void f15ALegOfABatchHasNoId() {
        bench.inject(Fault.F15, fault -> fault.times(1).with("how", "NO_ID").with("leg", "1"));
        JsonNode answer = FaultBench.json(batch());
        assertThat(answer.path(0).path("orderID").asText()).isEmpty();
        assertThat(answer.path(1).path("orderID").asText()).isNotEmpty();
    }

    @Test
    void f15ABatchIsRefusedWhole() {
        bench.inject(Fault.F15, fault -> fault.times(1).with("how", "TOO_MANY"));
        assertThat(batch().status()).isEqualTo(429);
        assertThat(bench.json("/data/orders").path("data")).isEmpty();
    }

    private Answer batch() {
        String orders = "[" + FaultBench.body(bench.sign(bench.buy("10", "0.10"))) + ","
                + FaultBench.body(bench.sign(bench.buy("10", "0.11"))) + "]";
        return bench.wire.signed(bench.trader, "POST", "/orders", orders);
    }

    @Test
    void f16ABetterPriceTurnsUp() {
        bench.inject(Fault.F16, fault -> fault.times(1).with("ticks", "5"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.60"));
        bench.post(order);
        assertThat(bench.trades().get(0).taker().price()).isEqualTo(Price.parse("0.55"));
    }

    @Test
    void f35AFillEndsMicrosShortOfTheOrder() {
        bench.inject(Fault.F35, fault -> fault.times(1));
        PreparedOrder order = bench.sign(bench.buy("10", "0.47"));
        bench.post(order);
        long left = 10_000_000 - bench.order(order).orElseThrow().matched().micros();
        assertThat(left).isPositive().isLessThan(20_000);
    }

    @Test
    void f36AnOrderFillsJustBeforeItsCancel() {
        bench.inject(Fault.F36, fault -> fault.times(1).with("how", "MATCHED_FIRST"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.45"));
        bench.post(order);
        assertThat(bench.cancel(order).body()).contains("already canceled or matched");
        assertThat(bench.order(order).orElseThrow().matched()).isEqualTo(Quantity.ofShares(10));
    }

    @Test
    void f36ACancelIsConfirmedAndTheOrderFills() {
        bench.inject(
                Fault.F36, fault -> fault.times(1).with("how", "FILLED_AFTER").with("delay", "4s"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.45"));
        bench.post(order);
        assertThat(bench.cancel(order).body())
                .contains("\"canceled\":[\"" + order.venueOrderId().value());
        assertThat(bench.order(order).orElseThrow().status()).isEqualTo("LIVE");
        bench.advance("5");
        assertThat(bench.order(order).orElseThrow().status()).isEqualTo("MATCHED");
    }

    @Test
    void f36ACancelIsDoneAndItsAnswerLost() {
        bench.inject(Fault.F36, fault -> fault.times(1).with("how", "ANSWER_LOST"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.45"));
        bench.post(order);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> bench.cancel(order)))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(bench.order(order).orElseThrow().status()).startsWith("CANCELED");
    }

    @Test
    void f37AnOrderInFlightAppearsAfterEverythingWasCancelled() {
        bench.inject(Fault.F37, fault -> fault.times(1).with("delay", "2s"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        assertThat(bench.tryPost(order)).isEmpty();
        assertThat(bench.wire
                        .signed(bench.trader, "DELETE", "/cancel-all", null)
                        .status())
                .isEqualTo(200);
        assertThat(bench.order(order)).isEmpty();
        bench.advance("2");
        assertThat(bench.order(order).orElseThrow().status()).isEqualTo("LIVE");
    }
}
