package io.ploy.connectors.polymarket.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketId;
import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.api.venue.VenueMoney;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolymarketConnectorTest {
    private static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private static final AccountId MAIN = new AccountId("main");

    private final MockWebServer server = new MockWebServer();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final VenueConnector connector =
            ServiceLoader.load(VenueConnector.class).findFirst().orElseThrow();

    @BeforeEach
    void serve() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request.getMethod() + " " + request.getUrl().encodedPath());
                String body = switch (request.getUrl().encodedPath()) {
                    case "/version" -> "{\"version\":2}";
                    case "/time" -> Long.toString(Clock.systemUTC().instant().getEpochSecond());
                    case "/api/geoblock" -> "{\"blocked\":false,\"ip\":\"\",\"country\":\"IE\",\"region\":\"\"}";
                    case "/auth/derive-api-key" ->
                        "{\"apiKey\":\"key-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"pass\"}";
                    case "/auth/ban-status/closed-only" -> "{\"closed_only\":false}";
                    case "/balance-allowance" ->
                        "{\"balance\":\"5000000\",\"allowances\":{\"0xE111180000d2663C0091e4f400237545B87B996B\":\"9000000\"}}";
                    case "/v1/user/rate-limit-tier" -> "{\"tier\":\"standard\"}";
                    case "/v2/positions" ->
                        "{\"data\":[],\"pagination\":{\"limit\":500,\"has_more\":false,\"next_cursor\":null}}";
                    case "/data/orders" -> "{\"data\":[],\"next_cursor\":\"LTE=\"}";
                    default -> "";
                };
                return new MockResponse.Builder()
                        .code(body.isEmpty() ? 404 : 200)
                        .setHeader("Content-Type", "application/json")
                        .body(body)
                        .build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VenueContext context(Map<String, String> more, AccountSettings... accounts) {
        String url = server.url("/").toString();
        Map<String, String> parameters =
                new HashMap<>(Map.of("clobUrl", url, "gammaUrl", url, "dataUrl", url, "siteUrl", url));
        parameters.putAll(more);
        return new VenueContext(Clock.systemUTC(), parameters, List.of(accounts), alert -> {});
    }

    private static AccountSettings account(Map<String, String> parameters, Map<String, Secret> secrets) {
        return new AccountSettings(MAIN, SIGNER, parameters, secrets);
    }

    @Test
    void itIsFoundByItsName() {
        assertThat(connector.name()).isEqualTo("polymarket");
        assertThat(connector.parameters()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.help()).isNotBlank();
            assertThat(parameter.defaultValue()).isNotNull();
        });
        assertThat(connector.accountParameters())
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(parameter.help()).isNotBlank());
    }

    @Test
    void thePageOfTheConnectorListsEveryKeyWithItsDefault() throws IOException {
        String page = Files.readString(Path.of("../docs/polymarket.md"));
        List<Parameter<?>> all = new ArrayList<>(connector.parameters());
        all.addAll(connector.accountParameters());

        assertThat(all).allSatisfy(parameter -> {
            String value = parameter.defaultText();
            assertThat(page)
                    .contains("| `" + parameter.name() + "` | ")
                    .containsPattern(Pattern.quote("`" + parameter.name() + "` | ") + "\\w+ \\| "
                            + Pattern.quote(value.isEmpty() ? "empty" : "`" + value + "`"))
                    .contains(parameter.help());
        });
        long keys = page.lines()
                .filter(line -> line.matches("\\| `\\w+` \\| (text|choice|duration|integer|flag|cash) .*"))
                .count();
        assertThat(keys).as("keys on the page").isEqualTo(all.size());
    }

    @ParameterizedTest
    @CsvSource({
        "chain, POLYGON, REAL",
        "gammaUrl, http://127.0.0.1:8080, REAL",
        "clobUrl, http://127.0.0.1:8080, SIMULATED",
        "clobUrl, http://localhost, SIMULATED",
        "clobUrl, http://[::1]:8080, SIMULATED",
        "clobUrl, http://127.0.0.1.example.com, UNKNOWN",
        "clobUrl, https://clob.example.com, UNKNOWN",
        "clobUrl, 'https://clob.polymarket.com,http://127.0.0.1', UNKNOWN",
        "clobUrl, http://clob.polymarket.com, UNKNOWN",
        "chain, AMOY, UNKNOWN",
        "ctfExchange, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, UNKNOWN"
    })
    void moneyIsRealOnlyAtThePublishedAddresses(String key, String value, VenueMoney money) {
        VenueContext context = new VenueContext(Clock.systemUTC(), Map.of(key, value), List.of(), alert -> {});
        try (VenueConnection connection = connector.connect(context)) {
            assertThat(connection.money()).isEqualTo(money);
        }
    }

    @Test
    void openingSendsNothingAndClosingLeavesNoThread() {
        try (VenueConnection connection =
                connector.connect(context(Map.of(), account(Map.of("kind", "EOA"), Map.of())))) {
            assertThat(connection.directory().market(new MarketId("other", "1")))
                    .isEmpty();
        }

        assertThat(requests).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("polymarket-")));
    }

    @Test
    void anAccountIsCheckedFromWalletToLimits() {
        try (VenueConnection connection =
                connector.connect(context(Map.of(), account(Map.of("kind", "eoa"), Map.of())))) {
            List<AccountCheck> checks = connection.account(MAIN).check();

            assertThat(checks)
                    .extracting(AccountCheck::subject)
                    .containsExactly(
                            "wallet",
                            "key",
                            "venue",
                            "clock",
                            "place",
                            "credentials",
                            "restrictions",
                            "collateral",
                            "approval for token markets",
                            "approval for negative-risk markets",
                            "approval for position markets",
                            "limits",
                            "relayer");
            assertThat(checks)
                    .filteredOn(check -> check.verdict() != AccountCheck.Verdict.GOOD)
                    .extracting(AccountCheck::subject)
                    .containsExactly("approval for negative-risk markets", "approval for position markets", "relayer");
            assertThat(checks.toString())
                    .contains("key-1")
                    .doesNotContain("c2VjcmV0")
                    .doesNotContain("pass\"");
        }
    }

    @Test
    void anAccountIsRead() {
        try (VenueConnection connection =
                connector.connect(context(Map.of(), account(Map.of("kind", "EOA"), Map.of())))) {
            AccountSnapshot snapshot = connection
                    .account(MAIN)
                    .reader()
                    .read()
                    .toCompletableFuture()
                    .join();

            assertThat(snapshot.collateral()).hasToString("5");
            assertThat(snapshot.holdings()).isEmpty();
            assertThat(snapshot.complete()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clobUrl         | ftp://x          | clobUrl",
                "marketStreamUrl | https://x        | marketStreamUrl",
                "ctfExchange     | 0x12             | ctfExchange",
                "chain           | ETHEREUM         | chain",
                "prices          | POLY_BOLT        | apiKey",
                "slugs           | btc-*,what?(     | slugs: found 'btc-*,what?('",
                "colour          | red              | colour"
            })
    void aWrongSettingIsNamed(String name, String value, String named) {
        assertThatThrownBy(() -> connector.connect(context(Map.of(name, value))))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=                                  | kind: found ''",
                "kind=LEDGER                            | allowed EOA, PROXY, SAFE or DEPOSIT_WALLET",
                "kind=SAFE                              | funder: missing",
                "kind=EOA,funder=0x70997970c51812dc3a010c7d01b50e0d17dc79c8 | holds its own money",
                "kind=EOA,apiKey=k                      | belong together",
                "kind=EOA,builderCode=0x1               | 0x1"
            })
    void aWrongAccountIsNamedWithWhatIsAllowed(String settings, String message) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : settings.split(",")) {
            parameters.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }

        assertThatThrownBy(() -> connector.connect(context(Map.of(), account(parameters, Map.of()))))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("account main")
                .hasMessageContaining(message.trim());
    }

    @Test
    void secretsNobodyKnowsAreRefusedByTheirNamesOnly() {
        Map<String, Secret> secrets = Map.of("apiSecrte", new Secret("canary".toCharArray()));

        assertThatThrownBy(() -> connector.connect(context(Map.of(), account(Map.of("kind", "EOA"), secrets))))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("apiSecrte")
                .hasMessageNotContaining("canary");
    }

    @Test
    void anAccountNobodyGaveIsRefused() {
        try (VenueConnection connection = connector.connect(context(Map.of()))) {
            assertThat(connection.accounts()).isEmpty();
            assertThatThrownBy(() -> connection.account(MAIN)).hasMessageContaining("no account main");
        }
    }
}
