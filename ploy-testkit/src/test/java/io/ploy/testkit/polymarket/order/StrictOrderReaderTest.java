package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.OfficialVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictOrderReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OrderReader reader = OrderReader.strict();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salt",
                "maker",
                "signer",
                "tokenId",
                "makerAmount",
                "takerAmount",
                "side",
                "signatureType",
                "timestamp",
                "expiration",
                "metadata",
                "builder",
                "signature"
            })
    void anOrderWithoutAMemberIsRefused(String name) throws Exception {
        ObjectNode body = body();
        ((ObjectNode) body.path("order")).remove(name);

        invalid(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "salt | \"607806493686\"",
                "salt | 607806493686.0",
                "salt | 9007199254740992",
                "salt | 115792089237316195423570985008687907853269984665640564039457584007913129639935",
                "salt | -1",
                "salt | null",
                "maker | \"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb9226\"",
                "maker | \"0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266\"",
                "maker | 17",
                "signer | \"f39fd6e51aad88f6f4ce6ab8827279cfffb92266\"",
                "tokenId | 1001",
                "tokenId | \"0x3e9\"",
                "tokenId | \"01\"",
                "tokenId | \"115792089237316195423570985008687907853269984665640564039457584007913129639936\"",
                "makerAmount | 768965000",
                "makerAmount | \"768965000.0\"",
                "makerAmount | \"-1\"",
                "makerAmount | \"9223372036854775808\"",
                "takerAmount | \"\"",
                "takerAmount | \"1e6\"",
                "side | 0",
                "side | \"buy\"",
                "signatureType | \"0\"",
                "signatureType | 4",
                "signatureType | -1",
                "signatureType | 0.0",
                "timestamp | 1780974625251",
                "timestamp | \"now\"",
                "expiration | 0",
                "expiration | \"+5\"",
                "metadata | \"0x00\"",
                "metadata | \"\"",
                "builder | \"0x000000000000000000000000000000000000000000000000000000000000000g\"",
                "builder | null",
                "signature | \"0x\"",
                "signature | \"0xabc\"",
                "signature | \"abcd\"",
                "signature | 12"
            })
    void aMemberOfAnotherFormIsRefused(String name, String value) throws Exception {
        ObjectNode body = body();
        ((ObjectNode) body.path("order")).set(name, JSON.readTree(value));

        invalid(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "owner | 7",
                "owner | null",
                "orderType | \"IOC\"",
                "orderType | \"gtc\"",
                "orderType | 1",
                "postOnly | \"true\"",
                "postOnly | null",
                "deferExec | 1",
                "order | []",
                "order | \"order\""
            })
    void aMemberAroundTheOrderOfAnotherFormIsRefused(String name, String value) throws Exception {
        ObjectNode body = body();
        body.set(name, JSON.readTree(value));

        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "orderType", "order"})
    void aBodyWithoutAMemberIsRefused(String name) throws Exception {
        ObjectNode body = body();
        body.remove(name);

        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"order\""})
    void whatIsNoObjectIsRefused(String json) throws Exception {
        invalid(JSON.readTree(json));
    }

    @Test
    void flagsAreFalseIfLeftOutAndOtherMembersArePassedOver() throws Exception {
        ObjectNode body = body();
        body.remove("postOnly");
        body.remove("deferExec");
        body.put("referrer", "nobody");
        ((ObjectNode) body.path("order")).put("taker", "0x0000000000000000000000000000000000000000");

        PostedOrder posted = reader.read(body);

        assertThat(posted.postOnly()).isFalse();
        assertThat(posted.deferExec()).isFalse();
    }

    @Test
    void theLargestNumbersAreTaken() throws Exception {
        ObjectNode body = body();
        String largest = "115792089237316195423570985008687907853269984665640564039457584007913129639935";
        ((ObjectNode) body.path("order"))
                .put("salt", 9007199254740991L)
                .put("tokenId", largest)
                .put("makerAmount", Long.toString(Long.MAX_VALUE));

        SignedOrder order = reader.read(body).order();

        assertThat(order.salt()).hasToString("9007199254740991");
        assertThat(order.tokenId()).isEqualTo(largest);
        assertThat(order.makerAmount()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void hexIsReadInAnyCase() throws Exception {
        ObjectNode body = body();
        ((ObjectNode) body.path("order"))
                .put("metadata", "0x" + "AB".repeat(32))
                .put("builder", "0x" + "Cd".repeat(32))
                .put("signature", "0xEF");

        SignedOrder order = reader.read(body).order();

        assertThat(order.metadata()).isEqualTo("0x" + "ab".repeat(32));
        assertThat(order.builder()).isEqualTo("0x" + "cd".repeat(32));
        assertThat(order.signature()).isEqualTo("0xef");
    }

    private void invalid(JsonNode body) {
        Signing.refused(() -> reader.read(body), "Invalid order payload");
    }

    private static ObjectNode body() throws Exception {
        JsonNode first = OfficialVectors.file("orders-v2.json").path("vectors").path(0);
        return (ObjectNode)
                JSON.readTree(first.path("output").path("postBodyText").textValue());
    }
}
