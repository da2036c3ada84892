package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.wire.Api;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F59 to F62 on the wire. */
class ChainFaultsTest {
    private final FaultBench bench = new FaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"QUOTA,429", "BLOCKED,400", "STALE_NONCE,400"})
    void f59TheRelayerRefuses(String how, int status) {
        bench.inject(Fault.F59, fault -> fault.times(1).with("how", how));
        assertThat(submit().status()).isEqualTo(status);
        assertThat(submit().status()).as("once only").isEqualTo(401);
    }

    @Test
    void f59TheRelayerSaysDoneAndNothingHappened() {
        bench.inject(Fault.F59, fault -> fault.with("how", "NO_EFFECT"));
        String id = FaultBench.json(submit()).path("transactionID").asText();
        assertThat(id).isNotEmpty();
        JsonNode told = FaultBench.json(bench.wire.get(Api.RELAYER, "/transaction?id=" + id));
        assertThat(told.path(0).path("state").asText()).isEqualTo("STATE_CONFIRMED");
    }

    private Answer submit() {
        return bench.wire.send(Api.RELAYER, "POST", "/submit", "{}", Map.of());
    }

    @Test
    void f60AMarketIsVoid() {
        bench.inject(Fault.F60, fault -> fault.with("how", "VOID"));
        assertThat(bench.market().market().status().isFinal()).isTrue();
        assertThat(outcomePrices()).contains("0.5");
    }

    @Test
    void f60AMarketPaysParts() {
        bench.inject(Fault.F60, fault -> fault.with("how", "FRACTION").with("payout", "0.3"));
        assertThat(outcomePrices()).contains("0.3").contains("0.7");
    }

    @Test
    void f60AMarketIsDisputed() {
        bench.inject(Fault.F60, fault -> fault.with("how", "DISPUTED"));
        assertThat(bench.market().market().status()).isEqualTo(MarketStatus.DISPUTED);
    }

    @Test
    void f60TheCataloguesFlagsDisagree() {
        bench.inject(Fault.F60, fault -> fault.with("how", "FLAGS_DISAGREE"));
        JsonNode market = gamma();
        assertThat(market.path("closed").asBoolean()).isTrue();
        assertThat(market.path("outcomePrices").asText()).isEqualTo("[\"0.52\", \"0.48\"]");
        bench.venue.stopFaults();
        assertThat(gamma().path("closed").asBoolean()).isFalse();
    }

    @Test
    void f60TheCatalogueIsLate() {
        bench.inject(Fault.F60, fault -> fault.with("how", "LATE"));
        bench.venue.inject(Fault.F60, "void", fault -> fault.with("how", "VOID"));
        assertThat(gamma().path("closed").asBoolean()).isFalse();
    }

    private String outcomePrices() {
        bench.advance("120");
        return gamma().path("outcomePrices").asText();
    }

    private JsonNode gamma() {
        return FaultBench.json(
                bench.wire.get(Api.GAMMA, "/markets/" + bench.market().id()));
    }

    @Test
    void f61WinningsAreRedeemedByTheVenue() {
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("30");
        bench.venue.inject(
                Fault.F60, "void", fault -> fault.with("how", "FRACTION").with("payout", "1"));
        String before = balance();
        bench.inject(Fault.F61, fault -> fault.times(1).where("account", "eoa"));
        assertThat(Long.parseLong(balance()) - Long.parseLong(before)).isEqualTo(10_000_000);
    }

    private String balance() {
        return bench.json("/balance-allowance?asset_type=COLLATERAL&signature_type=0")
                .path("balance")
                .asText();
    }

    @Test
    void f61WinningsAreRedeemedJustBeforeTheWalletDoes() {
        bench.post(bench.buy("10", "0.60").fillAndKill());
        bench.advance("30");
        bench.venue.inject(
                Fault.F60, "void", fault -> fault.with("how", "FRACTION").with("payout", "1"));
        String before = balance();
        bench.inject(
                Fault.F61, fault -> fault.times(1).with("how", "JUST_BEFORE").where("api", "relayer"));
        submit();
        assertThat(Long.parseLong(balance()) - Long.parseLong(before)).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED,rate limit exceeded", "NONCE_TOO_LOW,nonce too low", "UNDERPRICED,transaction underpriced"})
    void f62TheNodeRefuses(String how, String words) {
        bench.inject(Fault.F62, fault -> fault.times(1).with("how", how));
        assertThat(call("eth_sendRawTransaction", "\"0x00\"").body()).contains(words);
        assertThat(call("eth_blockNumber", "").body()).contains("result");
    }

    @Test
    void f62TheNodeIsBehind() {
        long block = block();
        bench.inject(Fault.F62, fault -> fault.times(1).with("how", "STALE").with("blocks", "30"));
        assertThat(block()).isEqualTo(block - 30);
        assertThat(block()).isEqualTo(block);
    }

    private long block() {
        return Long.decode(
                FaultBench.json(call("eth_blockNumber", "")).path("result").asText());
    }

    private Answer call(String method, String parameters) {
        return bench.wire.send(
                Api.CHAIN,
                "POST",
                "/",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}",
                Map.of());
    }
}
