package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.money.Quantity;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import io.ploy.connectors.polymarket.relayer.RelayerKey;
import io.ploy.connectors.polymarket.relayer.RelayerRequests;
import io.ploy.connectors.polymarket.relayer.SubmitRequest;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.wire.Api;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void f59TheRelayerSaysNewForEverOfWhatItTook() {
        TestAccount account = bench.venue.account("deposit");
        String taken = submitSplit(account);
        bench.inject(Fault.F59, fault -> fault.with("how", "NEVER_BROADCAST"));
        bench.advance("3600");

        assertThat(state(account, "/transaction?id=" + taken)).isEqualTo("STATE_NEW");
        assertThat(state(account, "/v1/account/transactions/" + taken)).isEqualTo("STATE_NEW");
        assertThat(state(account, "/transactions")).isEqualTo("STATE_NEW");
        assertThat(bench.strikes(Fault.F59)).isEqualTo(3);
        bench.venue.stopFaults();
        assertThat(state(account, "/transaction?id=" + taken)).isEqualTo("STATE_CONFIRMED");
    }

    private String state(TestAccount account, String path) {
        return FaultBench.json(bench.wire.send(Api.RELAYER, "GET", path, null, relayerKey(account)))
                .findValue("state")
                .asText();
    }

    /** Asks for ten sets, as the production connector does. */
    private String submitSplit(TestAccount account) {
        ContractCall split = new OutcomeSets(Chain.POLYGON)
                .split(ConditionId.of(MarketVersion.CTF, bench.market().conditionId()), false, Quantity.ofShares(10));
        try (LocalKey key = account.openKey()) {
            Wallet wallet = new Wallet(
                    AccountKind.DEPOSIT_WALLET,
                    account.account().signer(),
                    account.account().wallet());
            SubmitRequest request = new RelayerRequests(key, Chain.POLYGON, wallet)
                    .depositWallet(
                            new Batch(List.of(split), "note"),
                            0,
                            bench.venue.clock().instant().plusSeconds(240));
            Answer answer = bench.wire.send(
                    Api.RELAYER,
                    "POST",
                    "/submit",
                    new String(request.body(), StandardCharsets.UTF_8),
                    relayerKey(account));
            return FaultBench.json(answer).path("transactionID").asText();
        }
    }

    private Map<String, String> relayerKey(TestAccount account) {
        Map<String, String> headers = new HashMap<>();
        new RelayerKey(
                        new Secret(bench.venue.relayerKey(account).toCharArray()),
                        account.account().signer())
                .sign("GET", "/", new byte[0], 0, headers::put);
        return headers;
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
