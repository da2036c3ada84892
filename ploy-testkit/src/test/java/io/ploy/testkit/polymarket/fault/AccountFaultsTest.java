package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import io.ploy.testkit.polymarket.wire.Api;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F30, F32 to F34 and F38 to F40 on the wire. */
class AccountFaultsTest {
    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void f30HashesAreToldLate() {
        bench.inject(Fault.F30, fault -> fault.with("missing", "HASH").with("late", "60s"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("10");
        JsonNode trade = bench.json("/data/trades").path("data").path(0);
        assertThat(trade.path("id").asText()).isNotEmpty();
        assertThat(trade.path("transaction_hash").asText()).isEmpty();
        bench.advance("60");
        assertThat(bench.json("/data/trades")
                        .path("data")
                        .path(0)
                        .path("transaction_hash")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void f30TradeIdsAreNotTold() {
        bench.inject(Fault.F30, fault -> fault.with("missing", "ID"));
        JsonNode answer = FaultBench.json(bench.post(bench.buy("10", "0.60").fillAndKill()));
        assertThat(answer.path("status").asText()).isEqualTo("matched");
        assertThat(answer.has("tradeIDs")).isFalse();
    }

    @Test
    void f32AnOrderIsNotFoundThoughItIsLive() {
        bench.inject(Fault.F32, fault -> fault.with("how", "LAG").with("lag", "30s"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        bench.post(order);
        String path = "/data/order/" + order.venueOrderId().value();
        assertThat(bench.get(path).status()).isEqualTo(404);
        assertThat(bench.json("/data/orders").path("data")).isEmpty();
        bench.advance("30");
        assertThat(bench.get(path).status()).isEqualTo(200);
        assertThat(bench.json("/data/orders").path("data")).hasSize(1);
    }

    @Test
    void f32APartFilledOrderThatWasCancelledIsToldMatched() {
        bench.inject(Fault.F32, fault -> fault.with("how", "MATCHED"));
        PreparedOrder order = bench.sign(bench.buy("600", "0.60"));
        bench.post(order);
        bench.cancel(order);
        JsonNode told = bench.json("/data/order/" + order.venueOrderId().value());
        assertThat(told.path("status").asText()).isEqualTo("MATCHED");
        assertThat(told.path("size_matched").asText()).isEqualTo("500");
    }

    @Test
    void f33EventsComeBeforeTheAnswer() {
        Ear ear = bench.user();
        bench.inject(
                Fault.F33, fault -> fault.times(1).with("how", "BEFORE_ANSWER").with("delay", "2s"));
        CompletableFuture<Answer> answer = bench.postLater(bench.sign(bench.buy("10", "0.10")));
        await().atMost(FaultBench.PATIENCE).until(() -> !ear.events("order").isEmpty());
        assertThat(answer).isNotDone();
        bench.advance("2");
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void f33ATradeComesBeforeItsOrder() {
        Ear ear = bench.user();
        bench.inject(Fault.F33, fault -> fault.with("how", "TRADE_FIRST").with("delay", "1s"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.settle();
        assertThat(ear.events("order")).isEmpty();
        assertThat(ear.events("trade")).isNotEmpty();
        bench.advance("1");
        bench.settle();
        assertThat(ear.events("order")).isNotEmpty();
    }

    @Test
    void f33EventsComeTwice() {
        Ear ear = bench.user();
        bench.inject(Fault.F33, fault -> fault.times(1).with("how", "TWICE"));
        bench.post(bench.buy("10", "0.10"));
        bench.advance("1");
        bench.settle();
        assertThat(ear.events("order")).hasSize(2);
        assertThat(ear.events("order").get(0)).isEqualTo(ear.events("order").get(1));
    }

    @Test
    void f33EventsAreMixedUpAndOfOthers() {
        Ear ear = bench.user();
        bench.venue.inject(Fault.F33, "foreign", fault -> fault.times(1).with("how", "FOREIGN"));
        bench.post(bench.buy("10", "0.10"));
        bench.settle();
        List<String> events = ear.events("order");
        assertThat(events).hasSize(2);
        assertThat(Ask.read(events.get(1)).path("owner"))
                .isNotEqualTo(Ask.read(events.get(0)).path("owner"));
        bench.venue.inject(
                Fault.F33, "mixed", fault -> fault.with("how", "MIXED").with("delay", "10s"));
        bench.post(bench.buy("10", "0.11"));
        bench.settle();
        assertThat(ear.events("order")).hasSize(2);
        bench.advance("10");
        bench.settle();
        assertThat(ear.events("order")).hasSize(3);
    }

    @Test
    void f34AnOrderFillsThroughTheOtherOutcome() {
        bench.inject(Fault.F34, fault -> fault.times(1).with("how", "OTHER_OUTCOME"));
        PreparedOrder order = bench.sign(bench.buy("10", "0.45"));
        bench.post(order);
        bench.advance("1");
        assertThat(bench.order(order).orElseThrow().matched()).isEqualTo(Quantity.ofShares(10));
        assertThat(bench.trades().get(0).taker().instrument()).isNotEqualTo(bench.yes);
    }

    @Test
    void f34AnOrderTakesAtSeveralPrices() {
        bench.inject(Fault.F34, fault -> fault.times(1).with("how", "THREE_PRICES"));
        bench.post(bench.buy("30", "0.55").fillAndKill());
        assertThat(bench.trades()).extracting(trade -> trade.bucket()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void f38PositionsAreOldHiddenOrNone() {
        String path =
                "/positions?user=" + bench.trader.account().account().wallet().checksummed();
        bench.venue.inject(Fault.F38, "lag", fault -> fault.with("how", "LAG").with("lag", "10m"));
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path))).isEmpty();
        bench.post(bench.buy("6", "0.60").fillAndKill());
        bench.advance("120");
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path)))
                .as("kept from before")
                .isEmpty();
        bench.venue.stopFaults();
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path))).hasSize(1);
        bench.venue.inject(
                Fault.F38, "small", fault -> fault.with("how", "SMALL_HIDDEN").with("least", "10"));
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path))).isEmpty();
        bench.venue.stopFaults();
        bench.venue.inject(Fault.F38, "zero", fault -> fault.with("how", "ZERO_ROW"));
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path))
                        .path(0)
                        .path("size")
                        .asDouble())
                .isZero();
        bench.venue.stopFaults();
        bench.venue.inject(Fault.F38, "wrong", fault -> fault.with("how", "WRONG_WALLET"));
        assertThat(FaultBench.json(bench.wire.get(Api.DATA, path))).isEmpty();
    }

    @Test
    void f39PagesDoNotAddUp() {
        fill(105);
        bench.venue.inject(Fault.F39, "ignored", fault -> fault.with("how", "CURSOR_IGNORED"));
        JsonNode first = bench.json("/data/orders");
        String next = "/data/orders?next_cursor=" + first.path("next_cursor").asText();
        assertThat(bench.json(next)).isEqualTo(first);
        bench.venue.stopFaults();
        JsonNode second = bench.json(next);
        assertThat(second.path("data")).hasSize(5);

        bench.venue.inject(Fault.F39, "loops", fault -> fault.with("how", "LOOPS"));
        assertThat(bench.json(next).path("next_cursor").asText()).isEqualTo("MA==");
        bench.venue.stopFaults();

        bench.venue.inject(Fault.F39, "tail", fault -> fault.with("how", "TAIL_REPEATED"));
        bench.json("/data/orders");
        assertThat(bench.json(next).path("data"))
                .hasSize(6)
                .first()
                .isEqualTo(first.path("data").path(99));
        bench.venue.stopFaults();

        bench.venue.inject(Fault.F39, "shift", fault -> fault.with("how", "ROWS_SHIFT"));
        assertThat(bench.json(next).path("data")).hasSize(4);
        bench.venue.stopFaults();

        bench.venue.inject(Fault.F39, "empty", fault -> fault.with("how", "EMPTY"));
        assertThat(bench.json("/data/orders").path("data")).isEmpty();
        assertThat(bench.json("/data/orders").path("next_cursor").asText()).isEqualTo("LTE=");
    }

    private void fill(int orders) {
        for (int i = 0; i < orders; i++) {
            bench.advance("1");
            assertThat(bench.post(bench.buy("5", "0.02")).status()).isEqualTo(200);
        }
    }

    @Test
    void f39APageHangsAndIsRefused() {
        bench.inject(
                Fault.F39, fault -> fault.times(1).with("how", "HANG_THEN_401").with("hang", "10s"));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> bench.get("/data/orders"));
        bench.awaitStrike(Fault.F39);
        bench.advance("9");
        assertThat(answer).isNotDone();
        bench.advance("1");
        assertThat(answer.join().status()).isEqualTo(401);
    }

    @Test
    void f40ReadsLeaveRowsOut() {
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.venue.inject(Fault.F40, "unsettled", fault -> fault.with("how", "UNSETTLED"));
        assertThat(bench.json("/data/trades").path("data")).isEmpty();
        bench.advance("30");
        assertThat(bench.json("/data/trades").path("data"))
                .as("it is final now")
                .hasSize(1);
        bench.venue.inject(Fault.F40, "asset", fault -> fault.with("how", "ASSET_WITHOUT_MARKET"));
        assertThat(bench.json("/data/trades?asset_id=" + bench.yes.symbol()).path("data"))
                .isEmpty();
        bench.venue.inject(Fault.F40, "trades", fault -> fault.with("how", "ORDERS_TRADES"));
        PreparedOrder order = bench.sign(bench.buy("600", "0.60"));
        bench.post(order);
        assertThat(bench.order(order).orElseThrow().trades()).isNotEmpty();
        assertThat(bench.json("/data/order/" + order.venueOrderId().value()).path("associate_trades"))
                .isEmpty();
    }
}
