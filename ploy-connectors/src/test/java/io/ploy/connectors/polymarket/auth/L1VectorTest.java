package io.ploy.connectors.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class L1VectorTest {
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("l1-auth.json");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void headersAreThoseOfTheVenuesClient(JsonNode row) {
        Chain chain = row.path("chainId").asLong() == 137 ? Chain.POLYGON : Chain.AMOY;
        Watching signer = new Watching(new TestSigner(row.path("privateKey").asText()));

        var headers = Headers.of(
                new L1Authorization(chain, signer, row.path("nonce").asLong()),
                "GET",
                "/auth/derive-api-key",
                "",
                row.path("timestamp").asLong());

        assertThat(headers).containsExactlyInAnyOrderEntriesOf(Headers.of(row.path("headers")));
        assertThat(signer.message)
                .isEqualTo("1901" + digits(row.path("domainSeparator")) + digits(row.path("structHash")));
        assertThat(signer.digest).isEqualTo(digits(row.path("digest")));
    }

    @Test
    void aNonceBelowZeroIsRefused() {
        assertThatThrownBy(() -> new L1Authorization(Chain.POLYGON, new TestSigner(KEY), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void itNamesTheKeyThatSigns() {
        assertThat(new L1Authorization(Chain.POLYGON, new TestSigner(KEY), 0))
                .hasToString("L1 authorization of 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    }

    private static String digits(JsonNode hex) {
        return hex.asText().substring(2);
    }

    /** Remembers what it was given to sign. */
    private static final class Watching implements Signer {
        private final Signer real;
        private String message = "";
        private String digest = "";

        Watching(Signer real) {
            this.real = real;
        }

        @Override
        public Address address() {
            return real.address();
        }

        @Override
        public void sign(byte[] text, byte[] hash, byte[] signature) {
            message = HexFormat.of().formatHex(text);
            digest = HexFormat.of().formatHex(hash);
            real.sign(text, hash, signature);
        }
    }
}
