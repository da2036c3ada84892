package io.ploy.testkit.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.OfficialVectors;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyProofTest {
    private final KeyProof proof = new KeyProof(137, new TimestampWindow(() -> Requests.NOW, Duration.ofSeconds(60)));
    private final WireRequest request = Requests.byKey("POST", "/auth/api-key", 3);

    @ParameterizedTest
    @MethodSource("vectors")
    void theHeadersOfTheVenuesClientProveTheKey(JsonNode row) {
        long seconds = row.path("timestamp").asLong();
        long chain = row.path("chainId").asLong();
        Map<String, String> headers = new HashMap<>();
        row.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        Address signer = new Address(headers.get("POLY_ADDRESS"));
        WireRequest request = Requests.plain("GET", "/auth/derive-api-key", "", headers);
        TimestampWindow window = new TimestampWindow(() -> Instant.ofEpochSecond(seconds), Duration.ZERO);
        KeyProof proof = new KeyProof(chain, window);

        assertThat(HexFormat.of()
                        .formatHex(proof.digest(
                                signer,
                                Long.toString(seconds),
                                BigInteger.valueOf(row.path("nonce").asLong()))))
                .isEqualTo(row.path("digest").textValue().substring(2));
        assertThat(proof.check(request))
                .isEqualTo(new KeyProof.Proven(signer, row.path("nonce").asLong()));
        Requests.unauthorized(() -> new KeyProof(chain == 137 ? 80_002 : 137, window).check(request), Requests.L1);
    }

    @Test
    void theHeadersOfTheConnectorProveTheKey() {
        assertThat(proof.check(request)).isEqualTo(new KeyProof.Proven(Requests.SIGNER, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLY_ADDRESS", "POLY_SIGNATURE", "POLY_TIMESTAMP", "POLY_NONCE"})
    void everyHeaderIsNeeded(String name) {
        Requests.unauthorized(() -> proof.check(Requests.without(request, name)), Requests.L1);
    }

    @ParameterizedTest
    @CsvSource({
        "POLY_ADDRESS, 0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "POLY_ADDRESS, nobody",
        "POLY_TIMESTAMP, 1795176001",
        "POLY_TIMESTAMP, soon",
        "POLY_NONCE, 4",
        "POLY_NONCE, -3",
        "POLY_NONCE, 03x",
        "POLY_SIGNATURE, 0x00",
        "POLY_SIGNATURE, none"
    })
    void everyHeaderCounts(String name, String value) {
        Requests.unauthorized(() -> proof.check(Requests.with(request, name, value)), Requests.L1);
    }

    @Test
    void aTimeOutsideTheWindowProvesNothing() {
        for (long late : new long[] {-61, 61}) {
            KeyProof elsewhen = new KeyProof(
                    137, new TimestampWindow(() -> Requests.NOW.plusSeconds(late), Duration.ofSeconds(60)));
            Requests.unauthorized(() -> elsewhen.check(request), Requests.L1);
        }
        for (long late : new long[] {-60, 60}) {
            KeyProof elsewhen = new KeyProof(
                    137, new TimestampWindow(() -> Requests.NOW.plusSeconds(late), Duration.ofSeconds(60)));
            assertThat(elsewhen.check(request).signer()).isEqualTo(Requests.SIGNER);
        }
    }

    static Stream<Named<JsonNode>> vectors() {
        return OfficialVectors.rows("l1-auth.json");
    }
}
