package io.ploy.testkit.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.OfficialVectors;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HmacCallersTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final CredentialStore store = new CredentialStore(7, () -> Requests.NOW);
    private final HmacCallers callers = new HmacCallers(store, new TimestampWindow(() -> Requests.NOW, MINUTE));
    private final Credentials credentials = store.create(Requests.SIGNER, 0).orElseThrow();
    private final WireRequest order = Requests.by(credentials, "POST", "/order", "{\"order\":\"é\"}");

    @ParameterizedTest
    @MethodSource("vectors")
    void theSignatureOfTheVenuesClientIsRight(JsonNode row) {
        String timestamp = row.path("timestamp").asText();
        RequestSignature signature = new RequestSignature(row.path("secret").textValue());
        String right = row.path("signature").textValue();
        WireRequest request = Requests.plain(
                row.path("method").textValue(),
                row.path("requestPath").textValue(),
                row.path("body").isTextual() ? row.path("body").textValue() : "",
                Map.of());

        assertThat(signature.of(row.path("message").textValue())).isEqualTo(right);
        assertThat(signature.isOf(right, timestamp, request)).isTrue();
        assertThat(signature.isOf(right.replace("=", ""), timestamp, request)).isFalse();
        assertThat(signature.isOf(right, timestamp + "0", request)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("builderVectors")
    void theBuilderHeadersOfTheVenuesClientAreRight(JsonNode row) {
        Map<String, String> headers = new HashMap<>();
        row.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        String method = row.path("method").textValue();
        String path = row.path("requestPath").textValue();
        String body = row.path("body").isTextual() ? row.path("body").textValue() : "";
        RequestSignature signature = new RequestSignature(row.path("secret").textValue());

        assertThat(signature.isOf(
                        headers.get("POLY_BUILDER_SIGNATURE"),
                        headers.get("POLY_BUILDER_TIMESTAMP"),
                        Requests.plain(method, path, body, headers)))
                .isTrue();
    }

    @Test
    void aRequestOfTheConnectorIsItsCallers() {
        assertThat(callers.caller(order)).isEqualTo(new Caller(Requests.SIGNER, credentials.apiKey()));
        assertThat(callers.caller(Requests.with(order, "POLY_ADDRESS", Requests.SIGNER.hex())))
                .isEqualTo(new Caller(Requests.SIGNER, credentials.apiKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLY_ADDRESS", "POLY_SIGNATURE", "POLY_TIMESTAMP", "POLY_API_KEY", "POLY_PASSPHRASE"})
    void everyHeaderIsNeeded(String name) {
        Requests.unauthorized(() -> callers.caller(Requests.without(order, name)), Requests.L2);
    }

    @ParameterizedTest
    @CsvSource({
        "POLY_ADDRESS, 0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "POLY_SIGNATURE, AAAA",
        "POLY_TIMESTAMP, 1795176001",
        "POLY_TIMESTAMP, ' 1795176000'",
        "POLY_TIMESTAMP, 17951760000000",
        "POLY_API_KEY, 00000000-1111-2222-3333-444444444444",
        "POLY_PASSPHRASE, open"
    })
    void everyHeaderCounts(String name, String value) {
        Requests.unauthorized(() -> callers.caller(Requests.with(order, name, value)), Requests.L2);
    }

    @Test
    void methodPathAndBodyCount() {
        Map<String, String> headers = order.headers();

        for (WireRequest changed : new WireRequest[] {
            Requests.plain("DELETE", "/order", order.body(), headers),
            Requests.plain("POST", "/orders", order.body(), headers),
            Requests.plain("POST", "/order", "{\"order\":\"e\"}", headers),
            Requests.plain("POST", "/order", "", headers)
        }) {
            Requests.unauthorized(() -> callers.caller(changed), Requests.L2);
        }
    }

    @Test
    void theSignatureOfOtherCredentialsIsWrong() {
        Credentials others = store.create(Requests.SIGNER, 1).orElseThrow();
        WireRequest mixed = Requests.with(order, "POLY_API_KEY", others.apiKey());

        Requests.unauthorized(() -> callers.caller(mixed), Requests.L2);
        Requests.unauthorized(
                () -> callers.caller(Requests.with(mixed, "POLY_PASSPHRASE", others.passphrase())), Requests.L2);
    }

    @Test
    void aTimeOutsideTheWindowIsWrong() {
        for (long late : new long[] {-61, -60, 0, 60, 61}) {
            HmacCallers elsewhen =
                    new HmacCallers(store, new TimestampWindow(() -> Requests.NOW.plusSeconds(late), MINUTE));
            if (Math.abs(late) > 60) {
                Requests.unauthorized(() -> elsewhen.caller(order), Requests.L2);
            } else {
                assertThat(elsewhen.caller(order).signer()).isEqualTo(Requests.SIGNER);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimestampWindow(Instant::now, Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
    }

    @Test
    void aKeyForReadingReadsAndDoesNothingElse() {
        String reading = store.createReading(Requests.SIGNER).apiKey();
        Map<String, String> headers =
                Map.of("POLY_READONLY_API_KEY", reading, "POLY_ADDRESS", Requests.SIGNER.checksummed());

        assertThat(callers.caller(Requests.plain("GET", "/data/orders", "", headers)))
                .isEqualTo(new Caller(Requests.SIGNER, reading));
        for (String method : new String[] {"POST", "DELETE"}) {
            Requests.unauthorized(() -> callers.caller(Requests.plain(method, "/order", "", headers)), Requests.L2);
        }
        Requests.unauthorized(
                () -> callers.caller(Requests.with(
                        Requests.plain("GET", "/data/orders", "", headers), "POLY_ADDRESS", Requests.STRANGER.hex())),
                Requests.L2);
        Requests.unauthorized(
                () -> callers.caller(
                        Requests.plain("GET", "/data/orders", "", Map.of("POLY_READONLY_API_KEY", reading))),
                Requests.L2);
    }

    @Test
    void aTradingKeyIsNotShownAsOneForReading() {
        Map<String, String> headers =
                Map.of("POLY_READONLY_API_KEY", credentials.apiKey(), "POLY_ADDRESS", Requests.SIGNER.checksummed());

        Requests.unauthorized(() -> callers.caller(Requests.plain("GET", "/data/orders", "", headers)), Requests.L2);
    }

    @Test
    void aBuilderIsKnownByItsOwnCredentialsOnly() {
        Credentials building = store.createBuilding(Requests.SIGNER);

        assertThat(callers.builder(Requests.byBuilder(building, "POST", "/submit", "{}")))
                .isEqualTo(new Caller(Requests.SIGNER, building.apiKey()));
        Requests.unauthorized(
                () -> callers.builder(Requests.byBuilder(credentials, "POST", "/submit", "{}")), Requests.L2);
        Requests.unauthorized(() -> callers.caller(Requests.by(building, "GET", "/data/orders", "")), Requests.L2);
    }

    @Test
    void credentialsAreShownOutrightOnStreams() {
        String key = credentials.apiKey();
        String secret = credentials.secret();
        String passphrase = credentials.passphrase();

        assertThat(callers.caller(key, secret, passphrase)).contains(new Caller(Requests.SIGNER, key));
        assertThat(callers.caller(key, secret, "open")).isEmpty();
        assertThat(callers.caller(key, "AAAA", passphrase)).isEmpty();
        assertThat(callers.caller("nobody", secret, passphrase)).isEmpty();
        Credentials building = store.createBuilding(Requests.SIGNER);
        assertThat(callers.caller(building.apiKey(), building.secret(), building.passphrase()))
                .isEmpty();
    }

    @Test
    void theOwnerOfOrdersIsTheKeyMadeLast() {
        assertThat(callers.ownerOf(Requests.SIGNER)).isEqualTo(credentials.apiKey());

        Credentials second = store.create(Requests.SIGNER, 1).orElseThrow();
        store.createReading(Requests.SIGNER);
        assertThat(callers.ownerOf(Requests.SIGNER)).isEqualTo(second.apiKey());

        store.delete(store.valid(second.apiKey(), Grant.Kind.TRADING).orElseThrow());
        assertThat(callers.ownerOf(Requests.SIGNER)).isEqualTo(credentials.apiKey());
    }

    @Test
    void theOwnerWithoutCredentialsIsTheKeyThatWouldBeMade() {
        String owner = callers.ownerOf(Requests.STRANGER);

        assertThat(callers.ownerOf(Requests.STRANGER)).isEqualTo(owner);
        assertThat(store.create(Requests.STRANGER, 0).orElseThrow().apiKey()).isEqualTo(owner);
    }

    @Test
    void aSecretThatIsNoBase64IsRefusedWithoutShowingIt() {
        for (String secret : new String[] {"5ec2e7!", "", "===="}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RequestSignature(secret))
                    .withMessageNotContaining("5ec2e7");
        }
    }

    static Stream<Named<JsonNode>> vectors() {
        return OfficialVectors.rows("l2-hmac.json");
    }

    static Stream<JsonNode> builderVectors() {
        JsonNode rows = OfficialVectors.file("l2-hmac.json").path("builderHeaderVectors");
        assertThat(rows).isNotEmpty();
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
