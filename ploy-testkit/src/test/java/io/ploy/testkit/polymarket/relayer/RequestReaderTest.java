package io.ploy.testkit.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.OfficialVectors;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.chain.Wallets;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestReaderTest {
    private static final RelayerCaller BUILDER = new RelayerCaller("builder", Optional.empty());
    private static final Address RELAY = new Address("0x00000000000000000000000000000000000000aa");

    private final VenueFixture venue = new VenueFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    private RelayRequest read(JsonNode row, JsonNode request) {
        long chainId = row.path("chainId").asLong(137);
        Address relay =
                row.has("relay") ? new Address(row.get("relay").textValue().toLowerCase(Locale.ROOT)) : RELAY;
        return new RequestReader(chainId, new Wallets(chainId, venue.state.accounts()), relay)
                .read(BUILDER, request.toString());
    }

    static Stream<Named<JsonNode>> rows() {
        return OfficialVectors.rows("relayer.json");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatTheVenuesClientSignsIsRight(JsonNode row) {
        RelayRequest read = read(row, row.get("request"));
        assertThat(read.kind().word()).isEqualTo(row.get("kind").textValue());
        assertThat(read.nonce().map(String::valueOf).orElse(""))
                .isEqualTo(row.path("nonce").asText());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedAfterItWasSignedIsRefused(JsonNode row) {
        ObjectNode request = row.get("request").deepCopy();
        if (!request.has("signature")) {
            return;
        }
        if (request.has("nonce")) {
            request.put("nonce", "77");
        } else {
            String signature = request.get("signature").textValue();
            request.put("signature", signature.replaceFirst("0x..", signature.startsWith("0x11") ? "0x12" : "0x11"));
        }
        assertThatThrownBy(() -> read(row, request))
                .isInstanceOf(RefusedException.class)
                .hasMessage("invalid signature");
    }

    @ParameterizedTest
    @CsvSource({
        "SAFE, proxyWallet, 0x70997970c51812dc3a010c7d01b50e0d17dc79c8, does not belong to",
        "SAFE, from, 0x70997970c51812dc3a010c7d01b50e0d17dc79c8, does not belong to",
        "SAFE, data, 0x1, invalid data",
        "SAFE, nonce, -1, invalid nonce",
        "SAFE, type, BOX, invalid transaction type: BOX",
        "PROXY, to, 0x70997970c51812dc3a010c7d01b50e0d17dc79c8, invalid to",
        "WALLET, to, 0x70997970c51812dc3a010c7d01b50e0d17dc79c8, invalid to",
        "SAFE-CREATE, to, 0x70997970c51812dc3a010c7d01b50e0d17dc79c8, invalid to"
    })
    void whatCannotBeIsRefusedByName(String kind, String member, String value, String words) {
        JsonNode row = rows().map(Named::getPayload)
                .filter(each -> each.get("kind").textValue().equals(kind))
                .findFirst()
                .orElseThrow();
        ObjectNode request = row.get("request").deepCopy();
        request.put(member, value);
        assertThatThrownBy(() -> read(row, request)).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.answer().status()).isEqualTo(400);
            assertThat(refusal).hasMessageContaining(words);
        });
    }

    @Test
    void aNoteIsNotLongerThanFiveHundredCharacters() {
        JsonNode row = rows().map(Named::getPayload).findFirst().orElseThrow();
        ObjectNode request = row.get("request").deepCopy();
        request.put("metadata", "x".repeat(501));
        assertThatThrownBy(() -> read(row, request)).hasMessage("metadata exceeds 500 characters");
        request.put("metadata", "x".repeat(500));
        assertThat(read(row, request).metadata()).hasSize(500);
    }

    @Test
    void aKeyOfTheRelayerIsForItsOwnersWalletsOnly() {
        JsonNode row = rows().map(Named::getPayload).findFirst().orElseThrow();
        RelayerCaller stranger = new RelayerCaller("key", Optional.of(RELAY));
        assertThatThrownBy(() -> new RequestReader(137, new Wallets(137, venue.state.accounts()), RELAY)
                        .read(stranger, row.get("request").toString()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.answer().status()).isEqualTo(401));
    }
}
