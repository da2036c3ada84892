package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders of domains 2 and 3, compared byte for byte with those of the venue's own client. */
final class OrderVectorTest {
    private static final String FILE = "orders-v2.json";
    private static final JsonNode CREDENTIALS = Vectors.file(FILE).path("l2Credentials");
    private static final String OWNER = CREDENTIALS.path("key").asText();

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows(FILE);
    }

    static Stream<Named<JsonNode>> exactRows() {
        return rows().filter(row -> OrderVector.of(row.getPayload()).isExact());
    }

    static Stream<Named<JsonNode>> inexactRows() {
        return rows().filter(row -> {
            OrderVector vector = OrderVector.of(row.getPayload());
            return !vector.isExact() && !vector.hasExactAmounts();
        });
    }

    @Test
    void theTypeIsTheVenues() {
        assertThat(OrderStruct.TYPE)
                .isEqualTo(Vectors.file(FILE).path("typeString").asText())
                .hasSize(186);
        assertThat(Keccak256.of(OrderStruct.TYPE.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(bytes(Vectors.file(FILE), "typeHash"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("exactRows")
    void anOrderIsMadeByteForByte(JsonNode row) {
        OrderVector vector = OrderVector.of(row);

        PreparedOrder order = maker(vector).make(vector.draft(), vector.market(), Instant.EPOCH);

        assertThat(new String(order.body(), StandardCharsets.UTF_8)).isEqualTo(output(row, "postBodyText"));
        assertThat(order.venueOrderId().value()).isEqualTo(output(row, "orderHash"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("inexactRows")
    void whatTheVenuesClientWouldChangeSilentlyIsRefused(JsonNode row) {
        OrderVector vector = OrderVector.of(row);

        assertThatThrownBy(() -> maker(vector).make(vector.draft(), vector.market(), Instant.EPOCH))
                .isInstanceOf(OrderRefusedException.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hashesSignatureAndBodyFollowFromTheAmounts(JsonNode row) {
        OrderVector vector = OrderVector.of(row);
        JsonNode output = row.path("output");
        Keccak256 keccak = new Keccak256();
        OrderStruct struct = new OrderStruct(vector.wallet(), vector.options(), keccak);
        WireSignature signature = new WireSignature(vector.chain(), vector.wallet(), vector.signer(), keccak);
        ExchangeDomain domain = Exchanges.of(vector.chain())
                .of(vector.version(), vector.negRisk())
                .orElseThrow();
        Token token = Token.parse(row.path("input").path("tokenId").asText());

        struct.set(
                domain,
                vector.salt(),
                token,
                vector.side(),
                output.path("makerAmount").asLong(),
                output.path("takerAmount").asLong(),
                vector.timestampMillis());
        struct.hash();
        signature.sign(struct);
        byte[] body = new OrderBody(vector.wallet(), vector.options())
                .write(struct, token, signature.wire(), OWNER.getBytes(StandardCharsets.US_ASCII), vector.terms());

        assertThat(domain.exchange().checksummed()).isEqualTo(output(row, "verifyingContract"));
        byte[] message = struct.message();
        assertThat(Arrays.copyOfRange(message, 2, 34)).isEqualTo(bytes(output, "domainSeparator"));
        assertThat(Arrays.copyOfRange(message, 34, 66)).isEqualTo(bytes(output, "structHash"));
        assertThat(struct.digest()).isEqualTo(bytes(output, "orderHash"));
        assertThat(signature.wire()).isEqualTo(bytes(output, "signature"));
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(output(row, "postBodyText"));
        checkWrapping(
                output.path("erc7739"),
                signature,
                new Address(row.path("input").path("signerAddress").asText()));
    }

    private static void checkWrapping(JsonNode expected, WireSignature signature, Address key) {
        if (!expected.isObject()) {
            assertThat(signature.wire()).hasSize(65);
            return;
        }
        assertThat(signature.wrappedDigest()).isEqualTo(bytes(expected, "innerDigest"));
        assertThat(signature.plain()).isEqualTo(bytes(expected, "innerSignature"));
        assertThat(TestSigner.recover(signature.wrappedDigest(), signature.plain()))
                .isEqualTo(key);
        byte[] wire = signature.wire();
        assertThat(wire).hasSize(317);
        assertThat(Arrays.copyOfRange(wire, 65, 97)).isEqualTo(bytes(expected, "appDomainSeparator"));
        assertThat(Arrays.copyOfRange(wire, 97, 129)).isEqualTo(bytes(expected, "contentsHash"));
        assertThat(wire[315] * 256 + (wire[316] & 0xff))
                .isEqualTo(expected.path("contentsTypeLength").asInt());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theBodyIsAuthorizedLikeTheVenuesClientDoes(JsonNode row) {
        L2Authorization authorization = new L2Authorization(
                OrderVector.of(row).wallet().key(), new ApiCredentials(OWNER, secret("secret"), secret("passphrase")));
        JsonNode expected = row.path("output").path("l2Headers");
        byte[] body = output(row, "postBodyText").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();

        authorization.sign("POST", "/order", body, expected.path("timestamp").asLong(), headers::put);

        assertThat(headers)
                .containsEntry("POLY_SIGNATURE", expected.path("POLY_SIGNATURE").asText());
        assertThat(headers).containsEntry("POLY_API_KEY", expected.path("owner").asText());
    }

    private static OrderMaker maker(OrderVector vector) {
        return new OrderMaker(
                Exchanges.of(vector.chain()), vector.wallet(), vector.signer(), () -> OWNER, vector.options());
    }

    private static Secret secret(String name) {
        return new Secret(CREDENTIALS.path(name).asText().toCharArray());
    }

    private static String output(JsonNode row, String name) {
        return row.path("output").path(name).asText();
    }

    private static byte[] bytes(JsonNode node, String name) {
        String hex = node.path(name).asText();
        return HexFormat.of().parseHex(hex, 2, hex.length());
    }
}
