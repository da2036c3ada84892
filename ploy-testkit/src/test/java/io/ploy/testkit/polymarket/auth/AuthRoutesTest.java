package io.ploy.testkit.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TimestampWindow WINDOW = new TimestampWindow(() -> Requests.NOW, TimestampWindow.USUAL);

    private final CredentialStore store = new CredentialStore(7, () -> Requests.NOW);
    private final Set<Address> closedOnly = new HashSet<>();
    private final Routes routes = new Routes();

    @BeforeEach
    void addRoutes() {
        new AuthRoutes(store, new HmacCallers(store, WINDOW), 137, WINDOW, closedOnly::contains).addTo(routes);
    }

    @Test
    void credentialsAreCreatedOnceAndDerivedAfterwards() throws Exception {
        WireRequest create = Requests.byKey("POST", "/auth/api-key", 0);
        WireRequest derive = Requests.byKey("GET", "/auth/derive-api-key", 0);
        Requests.refused(() -> answer(derive), 400, "Could not derive api key!");

        JsonNode made = json(create);

        assertThat(made.properties()).extracting(Map.Entry::getKey).containsExactly("apiKey", "secret", "passphrase");
        assertThat(json(derive)).isEqualTo(made);
        Requests.refused(() -> answer(create), 400, "Could not create api key");
        assertThat(json(Requests.byKey("POST", "/auth/api-key", 1))).isNotEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"POST, /auth/api-key", "GET, /auth/derive-api-key"})
    void credentialsAreGivenToKeysOnly(String method, String path) {
        Credentials credentials = credentials();

        Requests.unauthorized(() -> routes.receive(Requests.by(credentials, method, path, "")), Requests.L1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /auth/api-keys",
        "DELETE, /auth/api-key",
        "GET, /auth/ban-status/closed-only",
        "POST, /auth/readonly-api-key",
        "GET, /auth/readonly-api-keys",
        "DELETE, /auth/readonly-api-key",
        "POST, /auth/builder-api-key",
        "GET, /auth/builder-api-key",
        "DELETE, /auth/builder-api-key"
    })
    void everythingElseTakesTradingCredentials(String method, String path) {
        String reading = store.createReading(Requests.SIGNER).apiKey();
        WireRequest byReader = Requests.plain(
                method, path, "", Map.of("POLY_READONLY_API_KEY", reading, "POLY_ADDRESS", Requests.SIGNER.hex()));

        Requests.unauthorized(() -> routes.receive(byReader), Requests.L2);
        Requests.unauthorized(() -> routes.receive(Requests.byKey(method, path, 0)), Requests.L2);
    }

    @Test
    void keysAreListedAndOnesOwnIsDeleted() throws Exception {
        Credentials first = credentials();
        Credentials second = store.create(Requests.SIGNER, 1).orElseThrow();
        store.create(Requests.STRANGER, 0);
        assertThat(body(Requests.by(first, "GET", "/auth/api-keys", "")))
                .isEqualTo("{\"apiKeys\":[\"" + first.apiKey() + "\",\"" + second.apiKey() + "\"]}");

        assertThat(body(Requests.by(first, "DELETE", "/auth/api-key", ""))).isEqualTo("\"OK\"");

        Requests.unauthorized(() -> routes.receive(Requests.by(first, "GET", "/auth/api-keys", "")), Requests.L2);
        assertThat(body(Requests.by(second, "GET", "/auth/api-keys", "")))
                .isEqualTo("{\"apiKeys\":[\"" + second.apiKey() + "\"]}");
    }

    @Test
    void whetherAnAccountMayOnlySellIsTold() {
        WireRequest request = Requests.by(credentials(), "GET", "/auth/ban-status/closed-only", "");
        assertThat(body(request)).isEqualTo("{\"closed_only\":false}");

        closedOnly.add(Requests.SIGNER);

        assertThat(body(request)).isEqualTo("{\"closed_only\":true}");
    }

    @Test
    void keysForReadingComeAndGo() throws Exception {
        Credentials own = credentials();
        Credentials strangers = store.createReading(Requests.STRANGER);

        String key = json(Requests.by(own, "POST", "/auth/readonly-api-key", ""))
                .path("apiKey")
                .textValue();

        assertThat(body(Requests.by(own, "GET", "/auth/readonly-api-keys", ""))).isEqualTo("[\"" + key + "\"]");
        assertThat(body(deleteReading(own, strangers.apiKey()))).isEqualTo("false");
        assertThat(body(deleteReading(own, key))).isEqualTo("true");
        assertThat(body(deleteReading(own, key))).isEqualTo("false");
        assertThat(body(Requests.by(own, "GET", "/auth/readonly-api-keys", ""))).isEqualTo("[]");
        assertThat(store.valid(strangers.apiKey(), Grant.Kind.READING)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"key\":7}", "[]"})
    void whichKeyForReadingGoesHasToBeSaid(String body) {
        Credentials own = credentials();

        Requests.refused(
                () -> routes.receive(Requests.by(own, "DELETE", "/auth/readonly-api-key", body)),
                400,
                "Invalid payload");
    }

    @Test
    void aBuilderRevokesTheCredentialsItComesWith() throws Exception {
        Credentials own = credentials();
        Credentials first = building(own);
        Credentials second = building(own);

        assertThat(body(Requests.byBuilder(first, "DELETE", "/auth/builder-api-key", "")))
                .isEqualTo("\"OK\"");

        assertThat(body(Requests.by(own, "GET", "/auth/builder-api-key", "")))
                .isEqualTo("[{\"key\":\"" + first.apiKey()
                        + "\",\"createdAt\":\"2026-11-20T12:00:00Z\",\"revokedAt\":\"2026-11-20T12:00:00Z\"},{\"key\":\""
                        + second.apiKey() + "\",\"createdAt\":\"2026-11-20T12:00:00Z\"}]");
        Requests.unauthorized(
                () -> routes.receive(Requests.byBuilder(first, "DELETE", "/auth/builder-api-key", "")), Requests.L2);
    }

    @Test
    void anAccountRevokesAllItsBuilderCredentials() throws Exception {
        Credentials own = credentials();
        building(own);
        building(own);
        Credentials strangers = store.createBuilding(Requests.STRANGER);

        assertThat(body(Requests.by(own, "DELETE", "/auth/builder-api-key", "")))
                .isEqualTo("\"OK\"");

        assertThat(json(Requests.by(own, "GET", "/auth/builder-api-key", "")))
                .hasSize(2)
                .allMatch(row -> row.has("revokedAt"));
        assertThat(store.valid(strangers.apiKey(), Grant.Kind.BUILDING)).isPresent();
    }

    private Credentials credentials() {
        return store.create(Requests.SIGNER, 0).orElseThrow();
    }

    private Credentials building(Credentials own) throws Exception {
        JsonNode made = json(Requests.by(own, "POST", "/auth/builder-api-key", ""));
        return new Credentials(
                made.path("key").textValue(),
                made.path("secret").textValue(),
                made.path("passphrase").textValue());
    }

    private static WireRequest deleteReading(Credentials own, String key) {
        return Requests.by(own, "DELETE", "/auth/readonly-api-key", "{\"key\":\"" + key + "\"}");
    }

    private WireAnswer answer(WireRequest request) {
        return routes.receive(request).take();
    }

    private String body(WireRequest request) {
        WireAnswer answer = answer(request);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode json(WireRequest request) throws Exception {
        return JSON.readTree(body(request));
    }
}
