package io.ploy.connectors.polymarket.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which accounts of a connection can split, merge and redeem, and how the relayer is told who asks. */
class AccountSettlementTest {
    private static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private static final AccountId MAIN = new AccountId("main");
    private static final String FUNDER = "0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Headers> asked = new ConcurrentHashMap<>();
    private final VenueConnector connector = new PolymarketConnector();

    @BeforeEach
    void serve() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                asked.put(path, request.getHeaders());
                String body = answers.getOrDefault(path, "");
                return new MockResponse.Builder()
                        .code(body.isEmpty() ? 404 : 200)
                        .setHeader("Content-Type", "application/json")
                        .body(body)
                        .build();
            }
        });
        server.start();
        answers.put("/version", "{\"version\":2}");
        answers.put("/api/geoblock", "{\"blocked\":false,\"ip\":\"\",\"country\":\"IE\",\"region\":\"\"}");
        answers.put("/auth/derive-api-key", "{\"apiKey\":\"key-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"pass\"}");
        answers.put("/transactions", "[]");
        answers.put("/deployed", "{\"deployed\":true}");
        answers.put("/v2/approvals", approvals(true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String approvals(boolean router) {
        String pusd = "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB";
        String tokens = "0x4D97DCd97eC945f40cF65F87097ACe5EA0476045";
        String positions = "0x006F54F7f9A22e0000CC2AB60031000000ae9fEF";
        String adapter = "0xAdA100Db00Ca00073811820692005400218FcE1f";
        String negRisk = "0xadA2005600Dec949baf300f4C6120000bDB6eAab";
        String to = "0x12121212006e4CD160D18e3f00711DA5c3372600";
        return "{\"data\":{\"contracts\":["
                + String.join(
                        ",",
                        approval(pusd, adapter, true),
                        approval(pusd, negRisk, true),
                        approval(tokens, adapter, true),
                        approval(tokens, negRisk, true),
                        approval(pusd, to, true),
                        approval(positions, to, router))
                + "]}}";
    }

    private static String approval(String token, String spender, boolean approved) {
        return "{\"id\":\"a\",\"token\":\"" + token + "\",\"spender\":\"" + spender
                + "\",\"standard\":\"ERC20\",\"approved\":" + approved + "}";
    }

    private void with(Map<String, String> parameters, Map<String, String> secrets, Consumer<VenueAccount> test) {
        String url = server.url("/").toString();
        Map<String, String> urls =
                Map.of("clobUrl", url, "gammaUrl", url, "dataUrl", url, "siteUrl", url, "relayerUrl", url);
        Map<String, Secret> kept = new HashMap<>();
        secrets.forEach((name, text) -> kept.put(name, new Secret(text.toCharArray())));
        try (VenueConnection connection = connector.connect(new VenueContext(
                Clock.systemUTC(), urls, List.of(new AccountSettings(MAIN, SIGNER, parameters, kept)), alert -> {}))) {
            test.accept(connection.account(MAIN));
        }
    }

    private static Map<String, String> safe(String... more) {
        Map<String, String> parameters = new HashMap<>(Map.of("kind", "SAFE", "funder", FUNDER));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    private static AccountCheck about(String subject, VenueAccount account) {
        return account.check().stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY", "SAFE", "DEPOSIT_WALLET"})
    void walletWithARelayerKeyHasASettlementThatIsAlwaysTheSame(String kind) {
        with(
                Map.of("kind", kind, "funder", FUNDER),
                Map.of("relayerKey", "rk-1"),
                account -> assertThat(account.settlement()).isPresent().isEqualTo(account.settlement()));
    }

    @Test
    void accountWithoutCredentialsOfTheRelayerHasNoneAndItsCheckSaysWhatToDo() {
        with(safe(), Map.of(), account -> {
            assertThat(account.settlement()).isEmpty();
            assertThat(about("relayer", account).verdict()).isEqualTo(Verdict.WARNING);
            assertThat(about("relayer", account).detail()).contains("give relayerKey");
        });
    }

    @Test
    void keyThatHoldsItsOwnMoneyHasNoneAndItsCheckSaysWhy() {
        with(Map.of("kind", "EOA"), Map.of(), account -> {
            assertThat(account.settlement()).isEmpty();
            assertThat(about("relayer", account).detail()).contains("EOA account sends such transactions itself");
        });
    }

    @Test
    void relayerIsAskedWithTheRelayerKeyOfTheAccountsOwnKey() {
        with(safe(), Map.of("relayerKey", "rk-1"), VenueAccount::check);

        assertThat(asked.get("/transactions").get("RELAYER_API_KEY")).isEqualTo("rk-1");
        assertThat(asked.get("/transactions").get("RELAYER_API_KEY_ADDRESS"))
                .isEqualTo(SIGNER.address().checksummed());
    }

    @Test
    void relayerIsAskedWithTheRelayerKeyOfAnotherAddress() {
        with(safe("relayerKeyOwner", FUNDER), Map.of("relayerKey", "rk-1"), VenueAccount::check);

        assertThat(asked.get("/transactions").get("RELAYER_API_KEY_ADDRESS")).isEqualTo(FUNDER);
    }

    @Test
    void relayerIsAskedWithABuildersCredentials() {
        with(
                safe("builderKey", "b-1"),
                Map.of("builderSecret", "c2VjcmV0", "builderPassphrase", "words"),
                VenueAccount::check);

        Headers headers = asked.get("/transactions");
        assertThat(headers.get("POLY_BUILDER_API_KEY")).isEqualTo("b-1");
        assertThat(headers.get("POLY_BUILDER_PASSPHRASE")).isEqualTo("words");
        assertThat(headers.get("POLY_BUILDER_SIGNATURE")).isNotBlank();
        assertThat(headers.get("POLY_BUILDER_TIMESTAMP")).matches("\\d+");
    }

    @Test
    void checkIsGoodWhereEverythingIsThere() {
        with(safe(), Map.of("relayerKey", "rk-1"), account -> {
            assertThat(about("relayer", account).verdict()).isEqualTo(Verdict.GOOD);
            assertThat(about("approvals to settle", account).verdict()).isEqualTo(Verdict.GOOD);
            assertThat(account.check().toString()).doesNotContain("rk-1");
        });
    }

    @Test
    void checkNamesTheApprovalThatIsMissing() {
        answers.put("/v2/approvals", approvals(false));

        with(
                safe(),
                Map.of("relayerKey", "rk-1"),
                account -> assertThat(about("approvals to settle", account))
                        .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.WARNING))
                        .satisfies(check -> assertThat(check.detail())
                                .contains("POSITION_MANAGER to ROUTER")
                                .doesNotContain("COLLATERAL")));
    }

    @Test
    void checkSaysThatTheWalletIsNotThereYet() {
        answers.put("/deployed", "{\"deployed\":false}");

        with(
                safe(),
                Map.of("relayerKey", "rk-1"),
                account -> assertThat(about("relayer", account).detail())
                        .contains(FUNDER)
                        .contains("not on the chain yet"));
    }

    @Test
    void checkSaysThatTheRelayerDoesNotAnswer() {
        answers.remove("/transactions");

        with(
                safe(),
                Map.of("relayerKey", "rk-1"),
                account -> assertThat(about("relayer", account).verdict()).isEqualTo(Verdict.WARNING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SAFE | b-1 | - | -   | -    | belong together",
                "SAFE | -   | - | yes | -    | belong together",
                "SAFE | b-1 | - | yes | rk-1 | give one of them",
                "SAFE | -   | 0x70997970c51812dc3a010c7d01b50e0d17dc79c8 | - | - | without the secret relayerKey",
                "SAFE | -   | 0x12 | - | rk-1 | 0x12",
                "EOA  | -   | - | -   | rk-1 | sends nothing for an EOA account"
            })
    void credentialsThatMakeNoSenseAreNamed(
            String kind, String builderKey, String owner, String builderSecrets, String relayerKey, String message) {
        Map<String, String> parameters = new HashMap<>(Map.of("kind", kind));
        if (!kind.equals("EOA")) {
            parameters.put("funder", FUNDER);
        }
        put(parameters, "builderKey", builderKey);
        put(parameters, "relayerKeyOwner", owner);
        Map<String, String> secrets = new HashMap<>();
        put(secrets, "relayerKey", relayerKey);
        if (builderSecrets != null) {
            secrets.put("builderSecret", "c2VjcmV0");
            secrets.put("builderPassphrase", "words");
        }

        assertThatThrownBy(() -> with(parameters, secrets, account -> {}))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("account main")
                .hasMessageContaining(message)
                .hasMessageNotContaining("rk-1");
    }

    private static void put(Map<String, String> map, String name, String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    @Test
    void thePageOfTheConnectorListsEverySecret() throws IOException {
        String page = Files.readString(Path.of("../docs/polymarket.md"));

        assertThat(AccountParameters.SECRETS)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` | "));
    }
}
