package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.TypedData;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders of domain 1, which nothing trades with any more: that what is left of it, encoding and domains, is right. Its
 * structure lives here only.
 */
final class FirstProtocolVectorTest {
    private static final String FILE = "orders-v1.json";
    private static final String TYPE = "Order(uint256 salt,address maker,address signer,address taker,uint256 tokenId,"
            + "uint256 makerAmount,uint256 takerAmount,uint256 expiration,uint256 nonce,uint256 feeRateBps,uint8 side,"
            + "uint8 signatureType)";
    private static final String OWNER =
            Vectors.file(FILE).path("l2Credentials").path("key").asText();

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows(FILE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hashesAndSignatureAreThoseOfTheVenuesClient(JsonNode row) {
        JsonNode output = row.path("output");
        OrderVector vector = OrderVector.of(row);
        Contract exchange = vector.negRisk() ? Contract.NEG_RISK_EXCHANGE_V1 : Contract.CTF_EXCHANGE_V1;
        ExchangeDomain domain = new ExchangeDomain(
                "1", vector.chain(), exchange.on(vector.chain()).orElseThrow());

        byte[] message = TypedData.message(new byte[32]);
        domain.putSeparator(message, 2);
        System.arraycopy(structHash(row), 0, message, 34, 32);
        byte[] signature = vector.signer().sign(message).bytes();

        assertThat(domain.exchange().checksummed())
                .isEqualTo(output.path("verifyingContract").asText());
        assertThat(hex(Arrays.copyOfRange(message, 2, 34)))
                .isEqualTo(output.path("domainSeparator").asText());
        assertThat(hex(Arrays.copyOfRange(message, 34, 66)))
                .isEqualTo(output.path("structHash").asText());
        assertThat(hex(Keccak256.of(message)))
                .isEqualTo(output.path("orderHash").asText());
        assertThat(hex(signature)).isEqualTo(output.path("signature").asText());
        assertThat(body(row, hex(signature)))
                .isEqualTo(output.path("postBodyText").asText());
    }

    private static byte[] structHash(JsonNode row) {
        JsonNode input = row.path("input");
        JsonNode output = row.path("output");
        byte[] words = new byte[13 * 32];
        System.arraycopy(TypedData.hash(TYPE), 0, words, 0, 32);
        putNumber(input.path("salt"), words, 1);
        TypedData.putAddress(new Address(output.path("maker").asText()), words, 2 * 32);
        TypedData.putAddress(new Address(output.path("signer").asText()), words, 3 * 32);
        TypedData.putAddress(new Address(output.path("taker").asText()), words, 4 * 32);
        System.arraycopy(Token.parse(input.path("tokenId").asText()).word(), 0, words, 5 * 32, 32);
        putNumber(output.path("makerAmount"), words, 6);
        putNumber(output.path("takerAmount"), words, 7);
        putNumber(input.path("expiration"), words, 8);
        putNumber(input.path("nonce"), words, 9);
        putNumber(input.path("feeRateBps"), words, 10);
        putNumber(output.path("sideCode"), words, 11);
        putNumber(input.path("signatureType"), words, 12);
        return Keccak256.of(words);
    }

    private static void putNumber(JsonNode number, byte[] words, int word) {
        TypedData.putNumber(Long.parseLong(number.asText()), words, word * 32);
    }

    private static String body(JsonNode row, String signature) {
        JsonNode input = row.path("input");
        JsonNode output = row.path("output");
        return "{\"deferExec\":" + input.path("deferExec").asText() + ",\"order\":{\"salt\":"
                + input.path("salt").asText() + text("maker", output) + text("signer", output) + text("taker", output)
                + text("tokenId", input) + text("makerAmount", output) + text("takerAmount", output)
                + text("side", input) + text("expiration", input) + text("nonce", input) + text("feeRateBps", input)
                + ",\"signatureType\":" + input.path("signatureType").asText() + ",\"signature\":\"" + signature
                + "\"},\"owner\":\"" + OWNER + "\"" + text("orderType", input)
                + (input.path("postOnly").asBoolean() ? ",\"postOnly\":true" : "") + "}";
    }

    private static String text(String name, JsonNode from) {
        return ",\"" + name + "\":\"" + from.path(name).asText() + "\"";
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
