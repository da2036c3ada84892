package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import io.ploy.testkit.polymarket.wire.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F10, F17 to F24, F54, F57, F58 and F66 on the wire. */
class VenueFaultsTest {
    private static final String BALANCE = "/balance-allowance?asset_type=COLLATERAL&signature_type=0";

    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f10ThePriceStepMovesToldOrNot(boolean told) {
        Ear ear = bench.market(bench.yes.symbol());
        bench.inject(
                Fault.F10,
                fault -> fault.occasions(1)
                        .with("to", "TENTH")
                        .with("told", String.valueOf(told))
                        .where("path", "/order"));
        Answer answer = bench.post(bench.buy("10", "0.15"));
        assertThat(answer.body()).contains("breaks minimum tick size rule: 0.1");
        bench.settle();
        assertThat(ear.events("tick_size_change")).hasSize(told ? 1 : 0);
        assertThat(bench.strikes(Fault.F10)).isOne();
    }

    @Test
    void f17TheVersionFlipsAndOpenOrdersAreWiped() {
        PreparedOrder before = bench.sign(bench.buy("10", "0.10"));
        bench.post(before);
        bench.inject(
                Fault.F17,
                fault -> fault.lasting(Duration.ofMinutes(5))
                        .with("version", "9")
                        .with("wipe", "true"));
        assertThat(bench.wire.get(Api.CLOB, "/version").body()).isEqualTo("{\"version\":9}");
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("order_version_mismatch");
        assertThat(bench.order(before).orElseThrow().status()).startsWith("CANCELED");
        bench.advance("300");
        assertThat(bench.wire.get(Api.CLOB, "/version").body()).isEqualTo("{\"version\":2}");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f18TheKeyIsAnotherAddresss() {
        bench.inject(Fault.F18, fault -> fault.with("link", "KEY"));
        assertThat(bench.post(bench.buy("10", "0.10")).body())
                .contains("the order signer address has to be the address of the API KEY");
    }

    @Test
    void f18NothingIsApproved() {
        bench.inject(
                Fault.F18,
                fault -> fault.with("link", "APPROVAL").where("account", "eoa").lasting(Duration.ofMinutes(1)));
        bench.json(BALANCE)
                .path("allowances")
                .forEach(allowance -> assertThat(allowance.asText()).isEqualTo("0"));
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("not enough balance / allowance");
        bench.advance("60");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f18NothingIsThereForTheKindThatIsAsked() {
        bench.inject(Fault.F18, fault -> fault.with("link", "KIND"));
        JsonNode json = bench.json(BALANCE);
        assertThat(json.path("balance").asText()).isEqualTo("0");
        json.path("allowances")
                .forEach(allowance -> assertThat(allowance.asText()).isEqualTo("0"));
    }

    @Test
    void f18TheMoneyLiesInAnotherWallet() {
        bench.inject(Fault.F18, fault -> fault.with("link", "BALANCE"));
        JsonNode json = bench.json(BALANCE);
        assertThat(json.path("balance").asText()).isEqualTo("0");
        json.path("allowances")
                .forEach(allowance -> assertThat(allowance.asText()).isNotEqualTo("0"));
    }

    @Test
    void f18TheWalletHasNoCode() {
        bench.inject(Fault.F18, fault -> fault.with("link", "CODE"));
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_getCode\",\"params\":[\""
                + bench.other.account().account().wallet().hex() + "\",\"latest\"]}";
        assertThat(FaultBench.json(bench.wire.send(Api.CHAIN, "POST", "/", call, Map.of()))
                        .path("result")
                        .asText())
                .isEqualTo("0x");
    }

    @Test
    void f19SignaturesAreRefused() {
        bench.inject(Fault.F19, fault -> fault.times(1));
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("invalid signature");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f19TheNegRiskFlagFailsOrLies() {
        String path = "/neg-risk?token_id=" + bench.yes.symbol();
        assertThat(bench.wire.get(Api.CLOB, path).body()).contains("\"neg_risk\":false");
        bench.venue.inject(Fault.F19, "fails", fault -> fault.times(1).with("how", "FLAG_FAILS"));
        bench.venue.inject(
                Fault.F19, "lies", fault -> fault.with("how", "FLAG_LIES").where("path", "/neg-risk"));
        assertThat(bench.wire.get(Api.CLOB, path).status()).isEqualTo(500);
        assertThat(bench.wire.get(Api.CLOB, path).body()).contains("\"neg_risk\":true");
    }

    @Test
    void f20ExpirationsMustBeFarAway() {
        bench.inject(Fault.F20, fault -> fault.with("margin", "300s"));
        assertThat(bench.post(bench.buy("10", "0.10").restUntil(FaultBench.START.plusSeconds(200)))
                        .body())
                .contains("invalid expiration");
        assertThat(bench.post(bench.buy("10", "0.10").restUntil(FaultBench.START.plusSeconds(400)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void f21AMarketPausesForAWhile() {
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.inject(Fault.F21, fault -> fault.lasting(Duration.ofSeconds(30)).with("how", "PAUSED"));
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isNotEqualTo(200);
        assertThat(bench.order(resting).orElseThrow().status()).isEqualTo("LIVE");
        bench.advance("30");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f21AMarketCloses() {
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.inject(Fault.F21, fault -> fault.with("how", "CLOSED"));
        assertThat(bench.market().market().status()).isEqualTo(MarketStatus.CLOSED);
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("No orderbook exists");
        assertThat(bench.order(resting).orElseThrow().status()).isEqualTo("INVALID");
    }

    @Test
    void f21ABookIsGoneWithoutAWord() {
        bench.inject(
                Fault.F21, fault -> fault.occasions(2).with("how", "BOOK_GONE").where("path", "/order"));
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(404);
        assertThat(bench.wire
                        .get(Api.CLOB, "/book?token_id=" + bench.yes.symbol())
                        .status())
                .isEqualTo(404);
        assertThat(bench.market().market().status()).isEqualTo(MarketStatus.OPEN);
    }

    @Test
    void f21TheBookIsClearedWhenTheGameStarts() {
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.inject(Fault.F21, fault -> fault.with("how", "GAME_START"));
        assertThat(bench.order(resting).orElseThrow().status()).isEqualTo("INVALID");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f22TheEngineRestarts() {
        Ear ear = bench.market(bench.yes.symbol());
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.inject(
                Fault.F22,
                fault -> fault.with("away", "90s").with("postOnly", "30s").with("lost", "1"));
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(425);
        assertThat(bench.order(resting).orElseThrow().status()).startsWith("CANCELED");
        await().atMost(FaultBench.PATIENCE).until(() -> ear.ended);
        bench.advance("90");
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("post_only_mode");
        assertThat(bench.post(bench.buy("10", "0.10").postOnly()).status()).isEqualTo(200);
        bench.advance("30");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f23OnlyCancelsAreTakenForAWhile() {
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.inject(Fault.F23, fault -> fault.at(Duration.ofSeconds(10)).with("length", "20s"));
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
        bench.advance("10");
        Answer refused = bench.post(bench.buy("10", "0.10"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("cancel-only").contains("\"retry_after_seconds\":20");
        assertThat(bench.cancel(resting).status()).isEqualTo(200);
        bench.advance("20");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f23NothingIsTakenUntilTheFaultIsOver() {
        bench.inject(Fault.F23, fault -> fault.with("mode", "DISABLED"));
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("Trading is currently disabled");
        assertThat(bench.venue.stopFault(Fault.F23.title())).isTrue();
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
    }

    @Test
    void f24AHeartbeatsAnswerIsLost() {
        bench.inject(Fault.F24, fault -> fault.times(1).with("how", "ANSWER_LOST"));
        assertThatThrownBy(() -> beat("")).isInstanceOf(UncheckedIOException.class);
        JsonNode wanted = FaultBench.json(beat(""));
        assertThat(wanted.path("error_msg").asText()).as("it counted").isEqualTo("Invalid Heartbeat ID");
        assertThat(beat(wanted.path("heartbeat_id").asText()).status()).isEqualTo(200);
    }

    @Test
    void f24TheChainOfHeartbeatsIsStolen() {
        bench.inject(Fault.F24, fault -> fault.occasions(2).with("how", "STOLEN"));
        String id = FaultBench.json(beat("")).path("heartbeat_id").asText();
        Answer refused = beat(id);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(FaultBench.json(refused).path("heartbeat_id").asText()).isNotEqualTo(id);
    }

    @Test
    void f24AHeartbeatIsAnsweredWithAWrongId() {
        bench.inject(Fault.F24, fault -> fault.times(1).with("how", "WRONG_ID"));
        String wrong = FaultBench.json(beat("")).path("heartbeat_id").asText();
        assertThat(beat(wrong).status()).isEqualTo(400);
    }

    @Test
    void f24HeartbeatsAreLostRefusedOrCancelAllTheSame() {
        PreparedOrder resting = bench.sign(bench.buy("10", "0.10"));
        bench.post(resting);
        bench.venue.inject(Fault.F24, "lost", fault -> fault.times(1).with("how", "REQUEST_LOST"));
        assertThatThrownBy(() -> beat("")).isInstanceOf(UncheckedIOException.class);
        bench.venue.inject(Fault.F24, "refused", fault -> fault.times(1).with("how", "REFUSED"));
        assertThat(beat("").status()).isEqualTo(500);
        assertThat(bench.order(resting).orElseThrow().status()).isEqualTo("LIVE");
        bench.venue.inject(Fault.F24, "cancelled", fault -> fault.times(1).with("how", "CANCELLED"));
        assertThat(beat("").status()).isEqualTo(200);
        assertThat(bench.order(resting).orElseThrow().status()).startsWith("CANCELED");
    }

    private Answer beat(String id) {
        return bench.wire.signed(bench.trader, "POST", "/v1/heartbeats", "{\"heartbeat_id\":\"" + id + "\"}");
    }

    @Test
    void f54AKeyIsMovedToAnotherTier() {
        bench.inject(Fault.F54, fault -> fault.with("tier", "SILVER").where("account", "eoa"));
        assertThat(bench.json("/v1/user/rate-limit-tier").path("tier").asText()).isEqualTo("silver");
        assertThat(bench.venue.stopFault(Fault.F54.title())).isTrue();
        assertThat(bench.json("/v1/user/rate-limit-tier").path("tier").asText()).isEqualTo("standard");
    }

    @Test
    void f57TheClockIsOff() {
        bench.inject(Fault.F57, fault -> fault.with("skew", "90s"));
        assertThat(bench.wire.get(Api.CLOB, "/time").body())
                .isEqualTo(Long.toString(FaultBench.START.plusSeconds(90).getEpochSecond()));
        assertThat(bench.get("/data/orders").status())
                .as("signed for another time")
                .isEqualTo(401);
    }

    @Test
    void f57GoodCredentialsAreRefusedNowAndThen() {
        bench.inject(Fault.F57, fault -> fault.every(2).with("how", "REFUSED"));
        assertThat(bench.get("/data/orders").status()).isEqualTo(200);
        assertThat(bench.get("/data/orders").status()).isEqualTo(401);
        assertThat(bench.get("/data/orders").status()).isEqualTo(200);
    }

    @Test
    void f57AKeyLapsesUntilItIsAskedForAnew() {
        bench.inject(Fault.F57, fault -> fault.occasions(2).with("how", "LAPSED"));
        assertThat(bench.get("/data/orders").status()).isEqualTo(200);
        assertThat(bench.get("/data/orders").status()).isEqualTo(401);
        assertThat(bench.get("/data/orders").status()).isEqualTo(401);
        bench.wire.get(Api.CLOB, "/auth/derive-api-key");
        assertThat(bench.get("/data/orders").status()).isEqualTo(200);
    }

    @Test
    void f58ThePlaceIsBlocked() {
        bench.inject(Fault.F58, fault -> fault.with("how", "BLOCKED"));
        assertThat(bench.wire.get(Api.SITE, "/api/geoblock").body()).contains("\"blocked\":true");
        assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(403);
        bench.venue.stopFaults();
        assertThat(bench.wire.get(Api.SITE, "/api/geoblock").body()).contains("\"blocked\":false");
    }

    @Test
    void f58ThePlaceMayOnlyClose() {
        bench.inject(Fault.F58, fault -> fault.with("how", "CLOSE_ONLY").where("account", "eoa"));
        assertThat(bench.post(bench.buy("10", "0.10")).body()).contains("address in closed only mode");
        assertThat(FaultBench.json(bench.get("/auth/ban-status/closed-only"))
                        .path("closed_only")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void f66TheRateChanges() {
        bench.inject(Fault.F66, fault -> fault.with("rate", "0.1"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        assertThat(bench.trades().get(0).taker().fee().toString()).isEqualTo("0.24");
    }

    @Test
    void f66FeesAreToldAsNothingAndCharged() {
        bench.inject(Fault.F66, fault -> fault.with("how", "TOLD_ZERO"));
        bench.post(bench.buy("10", "0.60").fillAndKill());
        assertThat(bench.get("/data/trades").body())
                .contains("\"fee_rate_bps\":\"0\"")
                .doesNotContain("\"fee_rate_bps\":\"4");
        assertThat(bench.trades().get(0).taker().fee().micros()).isPositive();
    }
}
