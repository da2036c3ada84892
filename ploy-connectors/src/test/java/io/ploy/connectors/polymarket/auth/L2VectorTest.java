package io.ploy.connectors.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class L2VectorTest {
    private static final Address KEY = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("l2-hmac.json");
    }

    static Stream<Named<JsonNode>> builderRows() {
        return Vectors.rows("l2-hmac.json", "builderHeaderVectors");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void headersAreThoseOfTheVenuesClient(JsonNode row) {
        ApiCredentials credentials = credentials("k-1", row.path("secret").asText(), "p-1");

        var headers = headers(new L2Authorization(KEY, credentials), row);

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "POLY_ADDRESS", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                        "POLY_SIGNATURE", row.path("signature").asText(),
                        "POLY_TIMESTAMP", row.path("timestamp").asText(),
                        "POLY_API_KEY", "k-1",
                        "POLY_PASSPHRASE", "p-1"));
    }

    @ParameterizedTest
    @MethodSource("builderRows")
    void buildersHeadersAreThoseOfTheVenuesClient(JsonNode row) {
        ApiCredentials credentials = credentials(
                row.path("key").asText(),
                row.path("secret").asText(),
                row.path("passphrase").asText());

        var headers = headers(new BuilderAuthorization(credentials), row);

        assertThat(headers).containsExactlyInAnyOrderEntriesOf(Headers.of(row.path("headers")));
    }

    private static Map<String, String> headers(Authorization authorization, JsonNode row) {
        return Headers.of(
                authorization,
                row.path("method").asText(),
                row.path("requestPath").asText(),
                row.path("body").isNull() ? "" : row.path("body").asText(),
                row.path("timestamp").asLong());
    }

    private static ApiCredentials credentials(String key, String secret, String passphrase) {
        return new ApiCredentials(key, new Secret(secret.toCharArray()), new Secret(passphrase.toCharArray()));
    }
}
