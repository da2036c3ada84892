package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderMakerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void theSameDraftGivesTheSameBytes(AccountKind kind) {
        OrderMaker maker = Examples.maker(kind);
        OrderDraft draft = Examples.draft(Examples.buy());
        OrderDraft other = Examples.draft(Examples.buy().withQuantity(Quantity.ofShares(21)));

        PreparedOrder first = maker.make(draft, Examples.market(), Examples.DEADLINE);
        PreparedOrder between = maker.make(other, Examples.market(), Examples.DEADLINE);
        PreparedOrder again = maker.make(draft, Examples.market(), Examples.DEADLINE.plusSeconds(9));
        PreparedOrder elsewhere = Examples.maker(kind).make(draft, Examples.market(), Examples.DEADLINE);

        assertThat(again.body()).isEqualTo(first.body()).isEqualTo(elsewhere.body());
        assertThat(again.venueOrderId()).isEqualTo(first.venueOrderId()).isEqualTo(elsewhere.venueOrderId());
        assertThat(between.venueOrderId()).isNotEqualTo(first.venueOrderId());
    }

    @Test
    void identityAndDeadlineAreHandedOn() {
        OrderDraft draft = Examples.draft(Examples.buy());

        PreparedOrder order = Examples.maker(AccountKind.EOA).make(draft, Examples.market(), Examples.DEADLINE);

        assertThat(order.id()).isEqualTo(draft.id());
        assertThat(order.doNotSendAfter()).isEqualTo(Examples.DEADLINE);
        assertThat(order.venueOrderId().value()).matches("0x[0-9a-f]{64}");
    }

    @Test
    void eachExchangeGivesTheOrderAnotherIdentity() {
        OrderDraft draft = Examples.draft(Examples.buy());

        String ordinary = id(draft, Examples.market(TickSize.CENT, false, MarketVersion.CTF));
        String negRisk = id(draft, Examples.market(TickSize.CENT, true, MarketVersion.CTF));
        String position = id(draft, Examples.market(TickSize.CENT, false, MarketVersion.POSITIONS));
        String positionOfNegRisk = id(draft, Examples.market(TickSize.CENT, true, MarketVersion.POSITIONS));

        assertThat(List.of(ordinary, negRisk, position)).doesNotHaveDuplicates();
        assertThat(positionOfNegRisk).isEqualTo(position);
    }

    @Test
    void aMarketOfUnknownGenerationIsNotTraded() {
        VenueMarket market = Examples.market(TickSize.CENT, false, MarketVersion.UNKNOWN);

        refused(Examples.draft(Examples.buy()), market)
                .hasMessageContaining("version", "UNKNOWN", "v1 or v2", "can be read but not traded");
    }

    @Test
    void anotherMarketThanPlannedIsRefused() {
        TradingRules rules = TradingRules.builder(TickSize.CENT).build();
        MarketId id = new MarketId("polymarket", "0xdecade");
        Market other = Market.builder(id, new Outcome("Yes", Examples.YES), new Outcome("No", Examples.NO), rules)
                .build();

        refused(Examples.draft(Examples.buy()), new VenueMarket(other, false, MarketVersion.CTF))
                .hasMessageContaining("market", "0xdecade", "0xc0ffee");
    }

    @Test
    void anInstrumentOfAnotherMarketIsRefused() {
        InstrumentId stranger = new InstrumentId("polymarket", "12345");
        OrderRequest request = OrderRequest.buy(stranger, Quantity.ofShares(20), Price.parse("0.53"));

        refused(Examples.draft(request)).hasMessageContaining("instrument", "12345", Examples.YES.symbol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1f", "-1", "007", "0", "twelve", "1.0"})
    void aTokenThatIsNoNumberIsRefused(String symbol) {
        InstrumentId token = new InstrumentId("polymarket", symbol);
        Market market = Market.builder(
                        Examples.market().market().id(),
                        new Outcome("Yes", token),
                        new Outcome("No", Examples.NO),
                        TradingRules.builder(TickSize.CENT).build())
                .build();
        OrderRequest request = OrderRequest.buy(token, Quantity.ofShares(20), Price.parse("0.53"));

        refused(Examples.draft(request), new VenueMarket(market, false, MarketVersion.CTF))
                .hasMessageContaining("tokenId", "'" + symbol + "'", "decimal");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1L << 53, Long.MAX_VALUE})
    void aSaltTheVenueWouldReadWronglyIsRefused(long salt) {
        refused(Examples.draft(Examples.buy(), salt, Examples.DECIDED))
                .hasMessageContaining("salt", "found " + salt, "1 to 9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, (1L << 53) - 1})
    void theOutermostSaltsAreTaken(long salt) throws Exception {
        PreparedOrder order = make(Examples.draft(Examples.buy(), salt, Examples.DECIDED), Examples.market());

        JsonNode written = JSON.readTree(order.body()).path("order").path("salt");
        assertThat(written.isIntegralNumber()).isTrue();
        assertThat(written.asLong()).isEqualTo(salt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z"})
    void aDecisionAtAnImpossibleTimeIsRefused(Instant time) {
        refused(Examples.draft(Examples.buy(), 1, time))
                .hasMessageContaining("timestamp", time.toString(), "2020-01-01T00:00:00Z");
    }

    @Test
    void aPriceBetweenTicksIsRefused() {
        OrderRequest request = OrderRequest.buy(Examples.YES, Quantity.ofShares(20), Price.parse("0.535"));

        refused(Examples.draft(request)).hasMessageContaining("price", "0.535", "0.53", "0.54");
    }

    @Test
    void aTickThatChangedSinceTheDecisionCounts() {
        VenueMarket coarser = Examples.market(TickSize.TENTH, false, MarketVersion.CTF);

        refused(Examples.draft(Examples.buy()), coarser).hasMessageContaining("price", "0.53", "0.5", "0.6");
    }

    @Test
    void anExpirationTooNearIsRefused() {
        OrderRequest request = Examples.buy().restUntil(Examples.DECIDED.plusMillis(179_999));

        refused(Examples.draft(request))
                .hasMessageContaining("expiration", "2026-06-09", "180 seconds after the decision");
    }

    @Test
    void anExpirationIsSentInWholeSecondsNeverLater() throws Exception {
        OrderRequest request = Examples.buy().restUntil(Instant.ofEpochMilli(1_780_974_999_999L));

        JsonNode body = body(request);

        assertThat(body.path("order").path("expiration").asText()).isEqualTo("1780974999");
        assertThat(body.path("orderType").asText()).isEqualTo("GTD");
    }

    @Test
    void howFarAheadAnExpirationMustBeIsAChoice() {
        OrderOptions patient = new OrderOptions(
                OrderOptions.DEFAULT.builder(), OrderOptions.DEFAULT.metadata(), false, Duration.ofMinutes(1));
        OrderMaker maker = new OrderMaker(
                Exchanges.of(Chain.POLYGON),
                Examples.wallet(AccountKind.EOA),
                Examples.SIGNER,
                () -> Examples.OWNER,
                patient);
        OrderRequest request = Examples.buy().restUntil(Examples.DECIDED.plusSeconds(60));

        assertThat(maker.make(Examples.draft(request), Examples.market(), Examples.DEADLINE)
                        .body())
                .isNotEmpty();
        assertThatThrownBy(() -> new OrderOptions(patient.builder(), patient.metadata(), false, Duration.ofSeconds(-1)))
                .hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new OrderOptions(patient.builder(), patient.metadata(), false, Duration.ofHours(2)))
                .hasMessageContaining("60 minutes");
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeInForce.class,
            names = {"GTC", "FOK", "FAK"})
    void otherOrdersNeverExpire(TimeInForce timeInForce) throws Exception {
        OrderRequest request = switch (timeInForce) {
            case FOK -> Examples.buy().fillOrKill();
            case FAK -> Examples.buy().fillAndKill();
            default -> Examples.buy();
        };

        JsonNode body = body(request);

        assertThat(body.path("order").path("expiration").asText()).isEqualTo("0");
        assertThat(body.path("orderType").asText()).isEqualTo(timeInForce.name());
        assertThat(body.path("postOnly").asBoolean(true)).isFalse();
    }

    @Test
    void postOnlyIsSent() throws Exception {
        assertThat(body(Examples.buy().postOnly()).path("postOnly").asBoolean()).isTrue();
    }

    @Test
    void aSignerOfAnotherKeyIsRefusedAtOnce() {
        TestSigner stranger = stranger();

        assertThatThrownBy(() -> Examples.maker(AccountKind.SAFE, stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(stranger.address().hex(), Examples.KEY.hex());
    }

    @Test
    void aSignerThatChangesItsKeyLaterIsRefusedThen() {
        AtomicReference<Address> address = new AtomicReference<>(Examples.KEY);
        OrderMaker maker = Examples.maker(AccountKind.EOA, signer(address, Examples.SIGNER));
        address.set(Examples.FUNDER);

        assertThatThrownBy(() -> maker.make(Examples.draft(Examples.buy()), Examples.market(), Examples.DEADLINE))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("key", Examples.FUNDER.hex(), Examples.KEY.hex());
    }

    @Test
    void whatTheSelfCheckRefusesIsNotSigned() {
        AtomicBoolean signed = new AtomicBoolean();
        Signer watching = new Signer() {
            @Override
            public Address address() {
                return Examples.KEY;
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] signature) {
                signed.set(true);
            }
        };
        Wallet wallet = Examples.wallet(AccountKind.EOA);
        SelfCheck ofAnotherChain = new SelfCheck(Exchanges.of(Chain.AMOY), wallet, OrderOptions.DEFAULT);
        OrderMaker maker = new OrderMaker(
                Exchanges.of(Chain.POLYGON),
                wallet,
                watching,
                () -> Examples.OWNER,
                OrderOptions.DEFAULT,
                ofAnotherChain);

        assertThatThrownBy(() -> maker.make(Examples.draft(Examples.buy()), Examples.market(), Examples.DEADLINE))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("exchange", "chain 80002");
        assertThat(signed).isFalse();
    }

    @Test
    void aSignerThatFailsIsHeard() {
        Signer broken = signer(new AtomicReference<>(Examples.KEY), new Signer() {
            @Override
            public Address address() {
                return Examples.KEY;
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] signature) {
                throw new SigningException("the key is not there");
            }
        });

        assertThatThrownBy(() -> Examples.maker(AccountKind.EOA, broken)
                        .make(Examples.draft(Examples.buy()), Examples.market(), Examples.DEADLINE))
                .isInstanceOf(SigningException.class);
    }

    @Test
    void theOwnerIsAskedForEachOrderAndMayChange() throws Exception {
        AtomicReference<String> owner = new AtomicReference<>("first");
        OrderMaker maker = new OrderMaker(
                Exchanges.of(Chain.POLYGON),
                Examples.wallet(AccountKind.EOA),
                Examples.SIGNER,
                owner::get,
                OrderOptions.DEFAULT);
        OrderDraft draft = Examples.draft(Examples.buy());

        PreparedOrder first = maker.make(draft, Examples.market(), Examples.DEADLINE);
        owner.set("second");
        PreparedOrder second = maker.make(draft, Examples.market(), Examples.DEADLINE);
        owner.set("");

        assertThat(JSON.readTree(first.body()).path("owner").asText()).isEqualTo("first");
        assertThat(JSON.readTree(second.body()).path("owner").asText()).isEqualTo("second");
        assertThatThrownBy(() -> maker.make(draft, Examples.market(), Examples.DEADLINE))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("owner", "no API key");
        owner.set("a\"b");
        assertThatThrownBy(() -> maker.make(draft, Examples.market(), Examples.DEADLINE))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("owner", "strange character at 1");
    }

    private static String id(OrderDraft draft, VenueMarket market) {
        return make(draft, market).venueOrderId().value();
    }

    private static JsonNode body(OrderRequest request) throws Exception {
        return JSON.readTree(make(Examples.draft(request), Examples.market()).body());
    }

    private static PreparedOrder make(OrderDraft draft, VenueMarket market) {
        return Examples.maker(AccountKind.EOA).make(draft, market, Examples.DEADLINE);
    }

    private static AbstractThrowableAssert<?, ?> refused(OrderDraft draft) {
        return refused(draft, Examples.market());
    }

    private static AbstractThrowableAssert<?, ?> refused(OrderDraft draft, VenueMarket market) {
        return assertThatThrownBy(() -> make(draft, market)).isInstanceOf(OrderRefusedException.class);
    }

    private static TestSigner stranger() {
        return new TestSigner("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
    }

    private static Signer signer(AtomicReference<Address> address, Signer real) {
        return new Signer() {
            @Override
            public Address address() {
                return address.get();
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] signature) {
                real.sign(message, digest, signature);
            }
        };
    }
}
