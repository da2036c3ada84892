package io.ploy.testkit.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.BuilderAuthorization;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.Approvals;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import io.ploy.connectors.polymarket.relayer.RelayTerms;
import io.ploy.connectors.polymarket.relayer.RelayerKey;
import io.ploy.connectors.polymarket.relayer.RelayerRequests;
import io.ploy.connectors.polymarket.relayer.SubmitRequest;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.Asked;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.auth.CredentialStore;
import io.ploy.testkit.polymarket.auth.Credentials;
import io.ploy.testkit.polymarket.auth.HmacCallers;
import io.ploy.testkit.polymarket.auth.TimestampWindow;
import io.ploy.testkit.polymarket.chain.Chain;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.limit.AddressLimits;
import io.ploy.testkit.polymarket.limit.LimitTable;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayerServiceTest {
    private static final io.ploy.connectors.polymarket.protocol.Chain POLYGON =
            io.ploy.connectors.polymarket.protocol.Chain.POLYGON;
    private static final OutcomeSets SETS = new OutcomeSets(POLYGON);
    private static final ConditionId CONDITION = ConditionId.of(MarketVersion.CTF, VenueFixture.CONDITION);
    private static final ConditionId NEG_RISK = ConditionId.of(MarketVersion.CTF, VenueFixture.NEG_RISK_CONDITION);
    private static final ContractCall SPLIT = SETS.split(CONDITION, false, Quantity.ofShares(40));
    private static final Duration ALL = Duration.ofSeconds(12);

    private final VenueFixture venue = new VenueFixture();
    private final CredentialStore store = new CredentialStore(7, venue.state::now);
    private final RelayerKeys keys = new RelayerKeys(7);
    private final Map<WalletKind, TestAccount> accounts = new HashMap<>();
    private RestService relayer = request -> () -> WireAnswer.json(500, "{}");

    @BeforeEach
    void open() {
        for (WalletKind kind : List.of(WalletKind.PROXY, WalletKind.SAFE, WalletKind.DEPOSIT)) {
            TestAccount account = TestAccount.of(7, 137, kind.name().toLowerCase(Locale.ROOT), kind, Cash.ofUsd(100));
            VenueAccount opened = account.account();
            venue.open(account.name(), kind, opened.signer(), opened.wallet(), "100");
            accounts.put(kind, account);
        }
        HmacCallers builders = new HmacCallers(store, new TimestampWindow(venue.state::now, TimestampWindow.USUAL));
        relayer = venue.loop.ask(() -> new RelayerService(
                venue.state, new Chain(venue.state), builders, keys, new RelayerSettings(Duration.ofSeconds(1), 2)));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void aSplitGoesThroughAllStatesAndMovesMoneyWhenItIsMined(WalletKind kind) {
        assertThat(nonce(kind)).isZero();
        JsonNode taken = submitted(kind, 0, SPLIT);
        String id = taken.get("transactionID").asText();
        assertThat(taken.get("state").asText()).isEqualTo("STATE_NEW");
        assertThat(state(kind, id)).isEqualTo("STATE_NEW");

        venue.loop.advance(Duration.ofSeconds(1));
        assertThat(state(kind, id)).isEqualTo("STATE_EXECUTED");
        assertThat(collateral(kind)).isEqualTo(Cash.ofUsd(100));

        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(state(kind, id)).isEqualTo("STATE_MINED");
        assertThat(collateral(kind)).isEqualTo(Cash.ofUsd(60));
        assertThat(shares(kind, VenueFixture.NO)).isEqualTo(Quantity.ofShares(40));
        assertThat(nonce(kind)).isEqualTo(1);

        venue.loop.advance(Duration.ofSeconds(4));
        assertThat(state(kind, id)).isEqualTo("STATE_CONFIRMED");
        JsonNode own = ask(kind, "GET", "/transactions", "").get(0);
        assertThat(own.get("metadata").asText()).isEqualTo("note");
        assertThat(own.get("transactionHash").asText()).hasSize(66);
        assertThat(own.get("proxyAddress").asText())
                .isEqualTo(account(kind).wallet().hex());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void severalCallsAreMadeTogetherOrNotAtAll(WalletKind kind) {
        String good = submitted(
                        kind,
                        0,
                        SPLIT,
                        SETS.merge(CONDITION, false, Quantity.ofShares(15)),
                        SETS.split(NEG_RISK, true, Quantity.ofShares(5)))
                .get("transactionID")
                .asText();
        venue.loop.advance(ALL);
        assertThat(state(kind, good)).isEqualTo("STATE_CONFIRMED");
        assertThat(collateral(kind)).isEqualTo(Cash.ofUsd(70));
        assertThat(shares(kind, VenueFixture.YES)).isEqualTo(Quantity.ofShares(25));

        String bad = submitted(
                        kind,
                        1,
                        SETS.merge(CONDITION, false, Quantity.ofShares(20)),
                        SETS.merge(CONDITION, false, Quantity.ofShares(20)))
                .get("transactionID")
                .asText();
        venue.loop.advance(ALL);
        assertThat(state(kind, bad)).as("it is tried before it is sent").isEqualTo("STATE_INVALID");
        assertThat(shares(kind, VenueFixture.YES)).isEqualTo(Quantity.ofShares(25));
        assertThat(nonce(kind)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void whatStopsBeingPossibleUntilItIsMinedFails(WalletKind kind) {
        String id = submitted(kind, 0, SPLIT).get("transactionID").asText();
        venue.loop.advance(Duration.ofMillis(1500));
        assertThat(state(kind, id)).isEqualTo("STATE_EXECUTED");
        resolve(venue.market);
        venue.loop.advance(ALL);
        JsonNode failed = ask(kind, "GET", "/v1/account/transactions/" + id, "");
        assertThat(failed.get("state").asText()).isEqualTo("STATE_FAILED");
        assertThat(failed.get("errorMsg").asText()).endsWith("condition already resolved");
        assertThat(collateral(kind)).isEqualTo(Cash.ofUsd(100));
        assertThat(nonce(kind)).as("only the hub counts what fails").isEqualTo(kind == WalletKind.PROXY ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void everythingHeldIsRedeemed(WalletKind kind) {
        submitted(kind, 0, SPLIT);
        venue.loop.advance(ALL);
        resolve(venue.market);
        submitted(kind, 1, SETS.redeemAll(CONDITION, false));
        venue.loop.advance(ALL);
        assertThat(collateral(kind)).isEqualTo(Cash.ofUsd(100));
        assertThat(shares(kind, VenueFixture.YES)).isEqualTo(Quantity.ZERO);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void aStaleNumberIsRefused(WalletKind kind) {
        submitted(kind, 0, SPLIT);
        venue.loop.advance(ALL);
        WireAnswer answer = submit(kind, signed(kind, 0, venue.state.now().plusSeconds(240), SPLIT));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"" + (kind == WalletKind.DEPOSIT ? "batch " : "")
                        + "nonce 0 does not match on-chain nonce 1\"}");
    }

    @Test
    void ofTwoWithOneNumberTheSecondIsInvalid() {
        submitted(WalletKind.SAFE, 0, SPLIT);
        String second = submitted(WalletKind.SAFE, 0, SETS.split(CONDITION, false, Quantity.ofShares(1)))
                .get("transactionID")
                .asText();
        venue.loop.advance(ALL);
        assertThat(state(WalletKind.SAFE, second)).isEqualTo("STATE_FAILED");
        assertThat(collateral(WalletKind.SAFE)).isEqualTo(Cash.ofUsd(60));
    }

    @Test
    void aDeadlineMustBeAheadAndBinds() {
        WireAnswer answer = submit(
                WalletKind.DEPOSIT,
                signed(WalletKind.DEPOSIT, 0, venue.state.now().plusSeconds(9), SPLIT));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("deadline");
    }

    @Test
    void approvalsAreGivenAndBindWhatFollows() {
        WalletKind kind = WalletKind.SAFE;
        ContractCall tooLittle = new ContractCall(
                VenueContract.COLLATERAL.on(137).orElseThrow(), allowance(VenueContract.ADAPTER, 39_999_999));
        submitted(kind, 0, tooLittle);
        venue.loop.advance(ALL);
        String refused = submitted(kind, 1, SPLIT).get("transactionID").asText();
        venue.loop.advance(ALL);
        JsonNode invalid = ask(kind, "GET", "/transaction?id=" + refused, "").get(0);
        assertThat(invalid.get("state").asText()).isEqualTo("STATE_INVALID");
        assertThat(invalid.get("errorMsg").asText()).isEqualTo("GS013: ERC20: insufficient allowance");

        String good = submitted(
                        kind,
                        1,
                        new Approvals(POLYGON)
                                .collateral(VenueContract.ADAPTER.on(137).orElseThrow()),
                        SPLIT)
                .get("transactionID")
                .asText();
        venue.loop.advance(ALL);
        assertThat(state(kind, good)).isEqualTo("STATE_CONFIRMED");
    }

    private static byte[] allowance(VenueContract spender, long micros) {
        byte[] data = new byte[68];
        System.arraycopy(new byte[] {0x09, 0x5e, (byte) 0xa7, (byte) 0xb3}, 0, data, 0, 4);
        System.arraycopy(spender.on(137).orElseThrow().bytes(), 0, data, 16, 20);
        for (int i = 0; i < 8; i++) {
            data[67 - i] = (byte) (micros >> (8 * i));
        }
        return data;
    }

    @ParameterizedTest
    @EnumSource(names = {"SAFE", "DEPOSIT"})
    void aNewKeysWalletIsMade(WalletKind kind) {
        TestAccount stranger = TestAccount.of(7, 137, "stranger", kind, Cash.ZERO);
        String target = "/deployed?address=" + stranger.account().wallet();
        if (kind == WalletKind.DEPOSIT) {
            target += "&type=WALLET";
        }
        try (LocalKey key = stranger.openKey()) {
            SubmitRequest creation = requests(stranger, key).create();
            assertThat(ask(kind, "GET", target, "").get("deployed").asBoolean()).isFalse();
            assertThat(post(stranger, creation).status()).isEqualTo(200);
            venue.loop.advance(ALL);
            assertThat(ask(kind, "GET", target, "").get("deployed").asBoolean()).isTrue();
            assertThat(post(stranger, creation).body()).contains("already deployed");
        }
    }

    @Test
    void twentyFiveAMinuteAreTaken() {
        relayer = new AddressLimits(LimitTable.published(), venue.state::now, true).around(relayer);
        for (int i = 0; i < 25; i++) {
            assertThat(asked("POST", "/submit", Map.of(), "{}").status()).isEqualTo(401);
        }
        WireAnswer excess = asked("POST", "/submit", Map.of(), "{}");
        assertThat(excess.status()).isEqualTo(429);
        venue.loop.advance(Duration.ofSeconds(Long.parseLong(excess.headers().get("Retry-After"))));
        assertThat(asked("POST", "/submit", Map.of(), "{}").status()).isEqualTo(401);
    }

    @Test
    void onlyWhoMayAskIsAnswered() {
        SubmitRequest request = signed(WalletKind.SAFE, 0, venue.state.now(), SPLIT);
        assertThat(asked("POST", "/submit", Map.of(), text(request)).status()).isEqualTo(401);
        assertThat(asked("GET", "/transactions", Map.of(), "").status()).isEqualTo(401);
        assertThat(asked(
                                "GET",
                                "/transactions",
                                Map.of(
                                        "relayer_api_key",
                                                keys.of(account(WalletKind.PROXY)
                                                        .signer()),
                                        "relayer_api_key_address",
                                                account(WalletKind.SAFE)
                                                        .signer()
                                                        .hex()),
                                "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aBuilderSubmitsForOthersAndSeesOnlyItsOwn() {
        TestAccount safe = accounts.get(WalletKind.SAFE);
        Credentials made = store.createBuilding(safe.account().signer());
        Authorization builder = new BuilderAuthorization(new ApiCredentials(
                made.apiKey(),
                new Secret(made.secret().toCharArray()),
                new Secret(made.passphrase().toCharArray())));
        SubmitRequest request = signed(WalletKind.DEPOSIT, 0, venue.state.now().plusSeconds(240), SPLIT);
        WireAnswer answer = asked("POST", "/submit", headers(builder, "POST", "/submit", text(request)), text(request));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ask(WalletKind.DEPOSIT, "GET", "/transactions", "")).isEmpty();
        assertThat(Asked.read(asked("GET", "/transactions", headers(builder, "GET", "/transactions", ""), "")
                        .body()))
                .hasSize(1);
        assertThat(asked(
                                "GET",
                                "/v1/account/transactions/"
                                        + Asked.read(answer.body())
                                                .get("transactionID")
                                                .asText(),
                                keyOf(accounts.get(WalletKind.DEPOSIT)),
                                "")
                        .status())
                .isEqualTo(404);
    }

    // ---------------------------------------------------------------- asking

    private VenueAccount account(WalletKind kind) {
        return accounts.get(kind).account();
    }

    private JsonNode submitted(WalletKind kind, long nonce, ContractCall... calls) {
        WireAnswer answer = submit(kind, signed(kind, nonce, venue.state.now().plusSeconds(240), calls));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Asked.read(answer.body());
    }

    private WireAnswer submit(WalletKind kind, SubmitRequest request) {
        return post(accounts.get(kind), request);
    }

    private WireAnswer post(TestAccount account, SubmitRequest request) {
        return asked("POST", "/submit", keyOf(account), text(request));
    }

    private SubmitRequest signed(WalletKind kind, long nonce, Instant deadline, ContractCall... calls) {
        Batch batch = new Batch(List.of(calls), "note");
        try (LocalKey key = accounts.get(kind).openKey()) {
            RelayerRequests requests = requests(accounts.get(kind), key);
            return switch (kind) {
                case SAFE -> requests.safe(batch, nonce);
                case PROXY -> requests.proxy(batch, terms(nonce));
                default -> requests.depositWallet(batch, nonce, deadline);
            };
        }
    }

    private static RelayerRequests requests(TestAccount account, LocalKey key) {
        WalletKind kind = account.account().kind();
        return new RelayerRequests(
                key,
                POLYGON,
                new Wallet(
                        kind == WalletKind.DEPOSIT ? AccountKind.DEPOSIT_WALLET : AccountKind.valueOf(kind.name()),
                        account.account().signer(),
                        account.account().wallet()));
    }

    private RelayTerms terms(long nonce) {
        JsonNode payload = ask(WalletKind.PROXY, "GET", "/relay-payload" + about(WalletKind.PROXY), "");
        return new RelayTerms(
                new io.ploy.api.signing.Address(payload.get("address").asText()), nonce, 10_000_000);
    }

    private long nonce(WalletKind kind) {
        long older = Long.parseLong(
                ask(kind, "GET", "/nonce" + about(kind), "").get("nonce").asText());
        long newer = Long.parseLong(ask(kind, "GET", "/v1/account/transactions/params" + about(kind), "")
                .get("nonce")
                .asText());
        assertThat(older).isEqualTo(newer);
        return newer;
    }

    private String about(WalletKind kind) {
        String type = kind == WalletKind.DEPOSIT ? "WALLET" : kind.name();
        return "?address=" + account(kind).signer().checksummed() + "&type=" + type;
    }

    private String state(WalletKind kind, String id) {
        return ask(kind, "GET", "/v1/account/transactions/" + id, "")
                .get("state")
                .asText();
    }

    private JsonNode ask(WalletKind kind, String method, String target, String body) {
        return Asked.read(asked(method, target, keyOf(accounts.get(kind)), body).body());
    }

    private Map<String, String> keyOf(TestAccount account) {
        String key = keys.of(account.account().signer());
        return headers(
                new RelayerKey(new Secret(key.toCharArray()), account.account().signer()), "GET", "/", "");
    }

    private Map<String, String> headers(Authorization by, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        by.sign(
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                venue.state.now().getEpochSecond(),
                (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private WireAnswer asked(String method, String target, Map<String, String> headers, String body) {
        WireRequest request = Asked.request(Api.RELAYER, method, target, headers, body);
        try {
            RestService.Turn turn = relayer.receive(request);
            return venue.loop.ask(turn::take);
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    private static String text(SubmitRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private void resolve(ListedMarket market) {
        venue.loop.ask(() -> {
            venue.state.exchange().resolve(Resolution.first(market.market().id(), venue.state.now()));
            return true;
        });
    }

    private Cash collateral(WalletKind kind) {
        return venue.loop.ask(
                () -> venue.state.exchange().account(account(kind).id()).collateral());
    }

    private Quantity shares(WalletKind kind, String token) {
        return venue.loop.ask(() -> venue.state
                .exchange()
                .account(account(kind).id())
                .holdings()
                .getOrDefault(new InstrumentId(ListedMarket.VENUE, token), Quantity.ZERO));
    }
}
