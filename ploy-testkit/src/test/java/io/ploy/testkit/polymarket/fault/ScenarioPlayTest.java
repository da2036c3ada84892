package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.Verdict;
import io.ploy.testkit.polymarket.wire.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scenarios as they are played: when faults strike, in which order, how often, and what is said of it in the end. */
class ScenarioPlayTest {
    private FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void play(String faults) {
        bench.venue.play(Scenario.parse("name: played\nfaults:\n" + faults, "played.yaml"));
    }

    private List<Integer> statuses(int posts) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            statuses.add(bench.tryPost(bench.sign(bench.buy("10", "0.10")))
                    .map(Answer::status)
                    .orElse(0));
        }
        return statuses;
    }

    @Test
    void oneFaultBeginsWhenTheOneBeforeIsOver() {
        play("""
                  - sequence:
                    - {fault: F02, name: a, times: 2}
                    - {fault: F05, name: b, times: 1}
                    - {fault: F13, name: c, times: 1, with: {status: 400}}
                """);
        assertThat(statuses(5)).containsExactly(0, 0, 500, 200, 200);
        assertThat(bench.post(bench.buy("10", "0.60").fillOrKill()).status()).isEqualTo(400);
    }

    @Test
    void aFaultInsideAnotherStrikesWhileTheOtherLasts() {
        play("""
                  - shadow:
                      of: {fault: F23, name: limited, at: 10s, for: 20s, with: {mode: POST_ONLY}}
                      faults:
                      - {fault: F05, name: inner, with: {created: false}}
                """);
        assertThat(statuses(1)).containsExactly(200);
        bench.advance("10");
        assertThat(statuses(1)).containsExactly(500);
        bench.advance("20");
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void aFaultIsRepeatedAndAnotherEndsIt() {
        play("""
                  - repeat: {times: 2, every: 60s, faults: [{fault: F02, name: lost, times: 1}]}
                  - {fault: F05, name: error, at: 60s, until: "lost#2"}
                """);
        assertThat(statuses(2)).containsExactly(0, 200);
        bench.advance("60");
        assertThat(statuses(2))
                .as("what loses a request wins, and ends the other")
                .containsExactly(0, 200);
    }

    @Test
    void aFaultWaitsForAnOrderToBePartFilled() {
        play("  - {fault: F05, name: error, order: {account: eoa, filled: 0.5}, times: 1}\n");
        assertThat(bench.post(bench.buy("20", "0.45")).status()).isEqualTo(200);
        assertThat(statuses(1)).containsExactly(200);
        bench.ask(() -> bench.venue
                .state()
                .exchange()
                .place(bench.maker, bench.sell("12", "0.45").fillAndKill()));
        bench.advance("0.001");
        assertThat(statuses(2)).containsExactly(500, 200);
    }

    @Test
    void probabilitiesChangeWithTime() {
        play("  - {fault: F05, name: error, shape: alternating, period: 10s}\n");
        assertThat(statuses(2)).containsExactly(500, 500);
        bench.advance("10");
        assertThat(statuses(2)).containsExactly(200, 200);
        bench.advance("10");
        assertThat(statuses(1)).containsExactly(500);
    }

    @Test
    void answersTakeAsLongAsTheLatencySays() {
        bench.venue.play(Scenario.builder("slow")
                .latency(Duration.ofSeconds(2), Duration.ofSeconds(2))
                .build());
        CompletableFuture<Answer> answer = bench.postLater(bench.sign(bench.buy("10", "0.10")));
        await().atMost(FaultBench.PATIENCE)
                .until(() -> FaultBench.json(bench.control("GET", "/truth", null))
                                .at("/accounts/0/orders")
                                .size()
                        == 1);
        bench.advance("1.9");
        assertThat(answer).isNotDone();
        bench.advance("0.2");
        assertThat(answer.join().status()).isEqualTo(200);
    }

    /** What a trading client sees of a hostile day, and what struck. */
    private String day(Scenario scenario) {
        bench.close();
        bench = new FaultBench();
        bench.venue.play(scenario);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bench.advance("1");
            PreparedOrder order = bench.sign(bench.buy("10", i % 3 == 0 ? "0.60" : "0.10"));
            statuses.add(bench.tryPost(order).map(Answer::status).orElse(0));
            if (i % 5 == 0) {
                statuses.add(bench.get("/data/trades").status());
            }
        }
        List<String> strikes =
                bench.venue.faultLog().firings().stream().map(Firing::toString).toList();
        return statuses + "\n" + String.join("\n", strikes);
    }

    /** Without waits, which a client that asks one thing after the other could not sit out. */
    private static Scenario hostile(long seed) {
        return Scenario.builder("hostile")
                .seed(seed)
                .latency(Duration.ZERO, Duration.ZERO)
                .inject(Fault.F01, "cut", fault -> fault.p(0.1))
                .inject(Fault.F02, "lost", fault -> fault.p(0.1))
                .inject(Fault.F05, "error", fault -> fault.p(0.1))
                .inject(Fault.F12, "fak", fault -> fault.p(0.5))
                .inject(
                        Fault.F22,
                        "restart",
                        fault -> fault.each(Duration.ofSeconds(20), true)
                                .with("away", "2s")
                                .with("postOnly", "1s"))
                .inject(Fault.F27, "fails", fault -> fault.p(0.5))
                .inject(Fault.F57, "unauthorized", fault -> fault.p(0.1).with("how", "REFUSED"))
                .build();
    }

    @Test
    void oneSeedGivesTheSameStrikesThreeTimesAndAnotherSeedOthers() {
        String first = day(hostile(5));
        assertThat(first.lines().count()).isGreaterThan(15);
        assertThat(day(hostile(5))).isEqualTo(first);
        assertThat(day(hostile(5))).isEqualTo(first);
        assertThat(day(hostile(6))).isNotEqualTo(first);
    }

    @Test
    void anotherFaultDoesNotChangeTheDrawsOfTheFirst() {
        String with = "  - {fault: F48, name: frames, p: 0.5}\n";
        play("  - {fault: F05, name: error, p: 0.3}\n");
        List<Integer> alone = statuses(40);
        bench.close();
        bench = new FaultBench();
        play(with + "  - {fault: F05, name: error, p: 0.3}\n");
        assertThat(statuses(40)).isEqualTo(alone);
    }

    @Test
    void aReplayStrikesAgainExactlyThere() {
        String first = day(hostile(5));
        Scenario replay = Scenario.parse(bench.venue.replay().toYaml(), "replay.yaml");
        assertThat(replay.toYaml()).contains("occasions: [");
        assertThat(replay.toYaml().replaceAll("(?m)^.*random: true.*$", "")).doesNotContain("p: 0.1");
        assertThat(day(replay)).isEqualTo(first);
    }

    @Test
    void aFaultThatNeverStruckFailsItsScenario() {
        play("  - {fault: F13, name: fok}\n");
        assertThat(statuses(1)).containsExactly(200);
        Verdict verdict = bench.venue.finish();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.toString()).contains("fault fok (F13) never struck", "seed 11");
        bench.post(bench.buy("10", "0.60").fillOrKill());
        assertThat(bench.venue.verdict().passed()).as("faults were over").isFalse();
    }

    @Test
    void whatWasExpectedIsComparedWithTheTruth() {
        bench.venue.play(Scenario.parse("""
                faults:
                  - {fault: F01, name: cut, times: 1}
                expect:
                  - fired: {fault: cut, exactly: 1}
                  - requests: {method: POST, path: /order, most: 2}
                  - orders: {account: eoa, exactly: 2}
                  - orders: {account: eoa, status: MATCHED, exactly: 1}
                  - alert: {code: order.unknown, exactly: 1}
                  - positions: {account: eoa}
                """, "expected.yaml"));
        assertThat(bench.tryPost(bench.sign(bench.buy("10", "0.10")))).isEmpty();
        bench.post(bench.buy("10", "0.60").fillAndKill());
        Verdict without = bench.venue.finish();
        assertThat(without.complaints())
                .containsExactly(
                        "alerts order.unknown: found 0, expected exactly 1",
                        "positions of eoa: the client said nothing of them");
        bench.venue.report().alert("order.unknown");
        bench.venue.report().positions("eoa", Map.of(bench.yes.symbol(), Quantity.ofShares(10)));
        assertThat(bench.venue.verdict().passed()).isTrue();
        bench.post(bench.buy("10", "0.60").fillAndKill());
        assertThat(bench.venue.finish().complaints())
                .contains("requests POST /order: found 3, expected 0 to 2")
                .anyMatch(complaint -> complaint.startsWith("positions of eoa: found"));
    }

    @Test
    void faultsAreSwitchedOverTheWire() {
        assertThat(bench.control("POST", "/faults", "{fault: F05, name: error, with: {created: false}}")
                        .body())
                .contains("injected error");
        assertThat(statuses(1)).containsExactly(500);
        JsonNode status = FaultBench.json(bench.control("GET", "/", null));
        assertThat(status.at("/faults/0/strikes").asLong()).isOne();
        assertThat(status.at("/faults/0/state").asText()).isEqualTo("active");
        assertThat(bench.control("DELETE", "/faults/error", null).status()).isEqualTo(200);
        assertThat(statuses(1)).containsExactly(200);
        assertThat(bench.control("DELETE", "/faults/nobody", null).body()).contains("no fault 'nobody'", "error");
        assertThat(bench.control("POST", "/scenario", "faults: [{fault: F02, name: lost}]")
                        .status())
                .isEqualTo(200);
        assertThat(statuses(1)).containsExactly(0);
        assertThat(bench.control("POST", "/scenario", "faults: [{fault: F98}]").body())
                .contains("request:1: ", "F98");
        assertThat(bench.control("POST", "/faults", "{fault: F02, name: lost}").status())
                .isEqualTo(400);
        assertThat(bench.control("DELETE", "/faults", null).status()).isEqualTo(200);
        assertThat(statuses(1)).containsExactly(200);
        assertThat(bench.control("GET", "/log", null).body()).contains("error F05 #1 POST /order");
        assertThat(bench.control("GET", "/scenario", null).body()).contains("fault: F02");
        assertThat(bench.control("GET", "/replay", null).body()).contains("occasions: [1]");
        assertThat(bench.control("GET", "/page", null).body()).contains("<h1>Simulated Polymarket</h1>");
        assertThat(bench.control("POST", "/advance?by=1.5", "").body()).contains("12:00:01.5");
        assertThat(bench.control("POST", "/advance?by=soon", "").body()).contains("found 'soon', allowed seconds");
    }

    @Test
    void theTruthAndTheVerdictAreToldOverTheWire() {
        bench.venue.play(Scenario.parse(
                "expect: [{alert: {code: order.unknown, exactly: 1}}, {positions: {account: eoa}}]", "x"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        JsonNode account = FaultBench.json(bench.control("GET", "/truth", null)).at("/accounts/0");
        assertThat(account.path("name").asText()).isEqualTo("eoa");
        assertThat(account.at("/orders/0/status").asText()).isEqualTo("MATCHED");
        assertThat(account.at("/trades/0/status").asText()).isEqualTo("MATCHED");
        assertThat(FaultBench.json(bench.control("GET", "/verdict", null))
                        .path("settled")
                        .asBoolean())
                .isFalse();
        bench.advance("30");
        assertThat(bench.control(
                                "POST",
                                "/report",
                                "{\"alerts\":[\"order.unknown\"],\"positions\":{\"eoa\":{\"" + bench.yes.symbol()
                                        + "\":\"10\"}}}")
                        .status())
                .isEqualTo(200);
        JsonNode verdict = FaultBench.json(bench.control("GET", "/verdict", null));
        assertThat(verdict.path("passed").asBoolean()).isTrue();
        assertThat(verdict.path("settled").asBoolean()).isTrue();
        assertThat(bench.control("POST", "/report", "[").status()).isEqualTo(400);
        assertThat(Profile.of("HOSTILE")).contains(Profile.HOSTILE);
        assertThat(bench.wire.get(Api.CONTROL, "/nothing").status()).isEqualTo(404);
    }
}
