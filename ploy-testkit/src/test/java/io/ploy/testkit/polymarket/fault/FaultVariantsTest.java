package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings of faults that their own tests leave at something else. */
class FaultVariantsTest {
    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSecondCopyIsAnsweredAsIfItWereTakenNowOrInTheUsualWords() {
        PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
        bench.post(order);
        bench.venue.inject(Fault.F04, "success", fault -> fault.times(1));
        bench.venue.inject(Fault.F04, "usual", fault -> fault.with("answer", "DUPLICATED"));
        assertThat(bench.post(order).body()).contains(order.venueOrderId().value(), "\"success\":true");
        assertThat(bench.post(order).body()).contains("Duplicated.");
    }

    @Test
    void aDelayedOrderMeetsSomebodyAtTheEnd() {
        bench.inject(Fault.F14, fault -> fault.times(1).with("then", "MATCHED"));
        PreparedOrder order = bench.sign(bench.buy("600", "0.60"));
        assertThat(bench.post(order).body()).contains("delayed");
        bench.advance("2");
        assertThat(bench.order(order).orElseThrow().status()).isEqualTo("MATCHED");
    }

    @Test
    void aLegOfABatchSucceedsWithAnErrorText() {
        bench.inject(
                Fault.F15,
                fault -> fault.times(1).with("how", "SUCCESS_WITH_TEXT").with("leg", "2"));
        String orders = "[" + FaultBench.body(bench.sign(bench.buy("10", "0.10"))) + ","
                + FaultBench.body(bench.sign(bench.buy("10", "0.11"))) + "]";
        JsonNode legs = FaultBench.json(bench.wire.signed(bench.trader, "POST", "/orders", orders));
        assertThat(legs.path(0).path("errorMsg").asText()).isEmpty();
        assertThat(legs.path(1).path("errorMsg").asText()).isNotEmpty();
        assertThat(legs.path(1).path("orderID").asText()).isNotEmpty();
    }

    @Test
    void onlyTheFirstOfTheOrdersFillsBeforeTheirCancel() {
        bench.inject(Fault.F36, fault -> fault.times(1).with("how", "PARTIAL"));
        PreparedOrder first = bench.sign(bench.buy("10", "0.45"));
        PreparedOrder second = bench.sign(bench.buy("10", "0.44"));
        bench.post(first);
        bench.post(second);
        bench.wire.signed(bench.trader, "DELETE", "/cancel-all", null);
        assertThat(bench.order(first).orElseThrow().status()).isEqualTo("MATCHED");
        assertThat(bench.order(second).orElseThrow().status()).startsWith("CANCELED");
    }

    @Test
    void aRestartLeavesSocketsSilentOrAlone() {
        Ear ear = bench.market(bench.yes.symbol());
        bench.venue.inject(
                Fault.F22,
                "kept",
                fault -> fault.with("sockets", "KEEP").with("away", "1s").with("postOnly", "1s"));
        bench.advance("3");
        bench.post(bench.buy("10", "0.10"));
        bench.settle();
        assertThat(ear.events("price_change")).hasSize(1);
        bench.venue.inject(
                Fault.F22,
                "silent",
                fault -> fault.with("sockets", "SILENT").with("away", "1s").with("postOnly", "1s"));
        bench.advance("3");
        bench.post(bench.buy("10", "0.11"));
        assertThat(bench.venue.state().loop().ask(() -> ear.ended)).isFalse();
        assertThat(ear.events("price_change")).hasSize(1);
    }

    @Test
    void aKeysHeadersAreHeldBackAndComeAgain() {
        bench.venue.inject(
                Fault.F54, "tier", fault -> fault.with("headers", "false").where("account", "eoa"));
        bench.post(bench.buy("10", "0.10"));
        assertThat(lastAnswer().headers().keySet()).noneMatch(name -> name.startsWith("Poly-RateLimit"));
        bench.venue.stopFaults();
        bench.post(bench.buy("10", "0.10"));
        assertThat(lastAnswer().headers()).containsKey("Poly-RateLimit-Remaining");
    }

    private WireAnswer lastAnswer() {
        var exchanges = bench.venue.log().exchanges();
        return exchanges.get(exchanges.size() - 1).answer().orElseThrow();
    }

    @Test
    void theClockIsBehindAndLosesMore() {
        bench.inject(
                Fault.F57,
                fault -> fault.with("skew", "10s").with("behind", "true").with("driftPpm", "100000"));
        bench.advance("100");
        assertThat(bench.wire.get(Api.CLOB, "/time").body())
                .isEqualTo(Long.toString(
                        FaultBench.START.plusSeconds(100 - 10 - 10).getEpochSecond()));
    }

    @Test
    void tradesFailThatWouldHaveLost() {
        bench.inject(Fault.F31, fault -> fault.with("against", "LOSERS").where("account", "eoa"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("60");
        assertThat(bench.trades().get(0).status().name()).isEqualTo("FAILED");
    }

    @Test
    void aReorganisedTradeStaysInDoubt() {
        bench.inject(Fault.F29, fault -> fault.with("then", "STAYS"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("3600");
        assertThat(bench.trades().get(0).status().name()).isEqualTo("RETRYING");
    }

    @Test
    void aFrameSaysAWordNobodyKnows() {
        Ear ear = bench.user();
        bench.inject(Fault.F48, fault -> fault.with("how", "UNKNOWN_WORD"));
        bench.post(bench.buy("10", "0.10"));
        bench.settle();
        assertThat(Ask.read(ear.events("order").get(0)).path("status").asText()).isEqualTo("SIDEWAYS");
    }

    @Test
    void theNodeDisagreesWithAnother() {
        String balance = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_call\",\"params\":[{\"to\":\""
                + contract() + "\",\"data\":\"0x70a08231" + "0".repeat(24)
                + bench.trader.account().account().wallet().hex().substring(2) + "\"},\"latest\"]}";
        String right = result(balance);
        bench.inject(Fault.F62, fault -> fault.times(1).with("how", "DISAGREES"));
        assertThat(result(balance)).hasSameSizeAs(right).isNotEqualTo(right);
        assertThat(result(balance)).isEqualTo(right);
    }

    private String contract() {
        return bench.venue.describe().at("/contracts/collateral").asText();
    }

    private String result(String call) {
        Answer answer = bench.wire.send(Api.CHAIN, "POST", "/", call, Map.of());
        return FaultBench.json(answer).path("result").asText();
    }

    @Test
    void theCatalogueSaysThatNothingIsPaid() {
        bench.inject(Fault.F60, fault -> fault.with("how", "NOTHING_PAID"));
        assertThat(FaultBench.json(bench.wire.get(
                                Api.GAMMA, "/markets/" + bench.market().id()))
                        .path("outcomePrices")
                        .asText())
                .isEqualTo("[\"0\", \"0\"]");
    }

    @Test
    void probabilitiesGrowAndComeInBursts() {
        Extent ramp = Extent.ALWAYS.lasting(Duration.ofSeconds(10)).shape(Extent.Shape.RAMP, Duration.ofSeconds(1));
        assertThat(ramp.pAfter(Duration.ZERO)).isZero();
        assertThat(ramp.pAfter(Duration.ofSeconds(5))).isEqualTo(0.5);
        assertThat(ramp.pAfter(Duration.ofSeconds(20))).isEqualTo(1);
        Extent burst = Extent.ALWAYS.p(0.4).shape(Extent.Shape.BURST, Duration.ofSeconds(10));
        assertThat(burst.pAfter(Duration.ofSeconds(1))).isEqualTo(0.4);
        assertThat(burst.pAfter(Duration.ofSeconds(3))).isZero();
        assertThat(burst.pAfter(Duration.ofSeconds(11))).isEqualTo(0.4);
    }

    @Test
    void aProcessIsKilledAndItsRequestProcessed() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        try {
            bench.inject(Fault.F63, fault -> fault.where("path", "/order").with("pid", Long.toString(process.pid())));
            PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
            bench.post(order);
            await().atMost(FaultBench.PATIENCE).until(() -> !process.isAlive());
            assertThat(bench.order(order)).isPresent();
        } finally {
            process.destroyForcibly();
        }
    }
}
