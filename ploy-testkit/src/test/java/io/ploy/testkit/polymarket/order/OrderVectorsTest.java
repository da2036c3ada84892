package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.OfficialVectors;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies that the venue's own client posts are read as they were meant, and their signatures hold. */
final class OrderVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final VenueFixture VENUE = new VenueFixture();

    private final OrderReader reader = OrderReader.strict();

    @ParameterizedTest
    @MethodSource("secondGeneration")
    void anOrderIsReadAndItsHashAndSignatureHold(JsonNode row) throws Exception {
        JsonNode in = row.path("input");
        JsonNode out = row.path("output");
        OrderVerifier verifier = OrderVerifier.of(in.path("chainId").asLong());
        ListedMarket market = market(in);

        PostedOrder posted = reader.read(JSON.readTree(out.path("postBodyText").textValue()));

        SignedOrder order = posted.order();
        assertThat(order.salt()).hasToString(in.path("salt").textValue());
        assertThat(order.maker()).isEqualTo(new Address(out.path("maker").textValue()));
        assertThat(order.tokenId()).isEqualTo(in.path("tokenId").textValue());
        assertThat(order.makerAmount()).isEqualTo(out.path("makerAmount").asLong());
        assertThat(order.takerAmount()).isEqualTo(out.path("takerAmount").asLong());
        assertThat(order.side().ordinal()).isEqualTo(out.path("sideCode").intValue());
        assertThat(order.timestamp()).isEqualTo(in.path("timestampMs").asLong());
        assertThat(order.expiration()).isEqualTo(in.path("expiration").asLong());
        assertThat(posted.timeInForce())
                .isEqualTo(TimeInForce.valueOf(in.path("orderType").textValue()));
        assertThat(posted.postOnly()).isEqualTo(in.path("postOnly").booleanValue());
        assertThat(posted.deferExec()).isEqualTo(in.path("deferExec").booleanValue());
        assertThat(posted.owner()).isEqualTo("00000000-1111-2222-3333-444444444444");
        assertThat(verifier.hash(order, market)).isEqualTo(out.path("orderHash").textValue());
        verifier.verify(order, market, account(in, order));
    }

    @ParameterizedTest
    @MethodSource("secondGeneration")
    void anOrderHoldsForNoOtherExchangeAndNoOtherChain(JsonNode row) throws Exception {
        JsonNode in = row.path("input");
        long chain = in.path("chainId").asLong();
        long other = chain == 137 ? 80_002 : 137;
        ListedMarket own = market(in);
        SignedOrder order = reader.read(
                        JSON.readTree(row.path("output").path("postBodyText").textValue()))
                .order();
        VenueAccount account = account(in, order);

        for (ListedMarket market : List.of(VENUE.market, VENUE.negRisk, VENUE.position)) {
            Signing.refused(() -> OrderVerifier.of(other).verify(order, market, account), "invalid signature");
            if (!market.equals(own)) {
                Signing.refused(() -> OrderVerifier.of(chain).verify(order, market, account), "invalid signature");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("firstGeneration")
    void anOrderOfTheFirstGenerationIsRefusedAsOne(JsonNode row) throws Exception {
        for (String body : List.of("postBodyText", "postBodyTextFromV2Client")) {
            JsonNode json = JSON.readTree(row.path("output").path(body).textValue());

            Signing.refused(() -> reader.read(json), "order_version_mismatch");
        }
    }

    static Stream<Named<JsonNode>> secondGeneration() {
        return OfficialVectors.rows("orders-v2.json");
    }

    static Stream<Named<JsonNode>> firstGeneration() {
        return OfficialVectors.rows("orders-v1.json");
    }

    @AfterAll
    static void close() {
        VENUE.close();
    }

    private static ListedMarket market(JsonNode in) {
        return Signing.market(
                VENUE, in.path("exchangeVersion").intValue(), in.path("negRisk").booleanValue());
    }

    private static VenueAccount account(JsonNode in, SignedOrder order) {
        return new VenueAccount(
                new AccountId("trader"),
                WalletKind.values()[in.path("signatureType").intValue()],
                new Address(in.path("signerAddress").textValue()),
                order.maker());
    }
}
