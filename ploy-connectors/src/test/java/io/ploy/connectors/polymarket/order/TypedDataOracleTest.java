package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.crypto.StructuredDataEncoder;

/**
 * Random orders, hashed anew by another implementation of EIP-712 from nothing but the body that would be sent. So the body
 * says what was signed, and the identity is the venue's.
 */
final class TypedDataOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TickSize[] TICKS = {TickSize.TENTH, TickSize.CENT, TickSize.QUARTER_CENT, TickSize.TENTH_CENT};

    private final Watching signer = new Watching();

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void theBodyHashesToWhatWasSigned(AccountKind kind) throws Exception {
        SplittableRandom random = new SplittableRandom(kind.ordinal());
        for (int i = 0; i < 60; i++) {
            Chain chain = random.nextBoolean() ? Chain.POLYGON : Chain.AMOY;
            boolean negRisk = random.nextBoolean();
            MarketVersion version = random.nextBoolean() ? MarketVersion.CTF : MarketVersion.POSITIONS;
            InstrumentId token = new InstrumentId("polymarket", token(random));
            TickSize tick = TICKS[random.nextInt(TICKS.length)];
            VenueMarket market = new VenueMarket(
                    market(token).toBuilder()
                            .rules(TradingRules.builder(tick).build())
                            .build(),
                    negRisk,
                    version);
            OrderOptions options =
                    new OrderOptions(bytes(random), bytes(random), random.nextBoolean(), Duration.ofMinutes(3));
            OrderMaker maker =
                    new OrderMaker(Exchanges.of(chain), wallet(kind, random), signer, () -> Examples.OWNER, options);
            OrderRequest request = request(token, tick, random);
            Instant decided = Instant.ofEpochMilli(1_600_000_000_000L + random.nextLong(1_000_000_000_000L));

            PreparedOrder order = maker.make(
                    Examples.draft(request, 1 + random.nextLong((1L << 53) - 1), decided), market, Examples.DEADLINE);

            JsonNode body = JSON.readTree(order.body());
            ObjectNode plain = plain(body.path("order"), chain, contract(version, negRisk), domain(version));
            assertThat(order.venueOrderId().value()).isEqualTo(hash(plain));
            String signed = kind == AccountKind.DEPOSIT_WALLET ? hash(wrapped(plain)) : hash(plain);
            assertThat(signer.digest).isEqualTo(signed);
            checkAsked(body, request, options);
        }
    }

    private static void checkAsked(JsonNode body, OrderRequest request, OrderOptions options) {
        JsonNode order = body.path("order");
        assertThat(body.properties())
                .extracting(member -> member.getKey())
                .containsExactly("deferExec", "postOnly", "order", "owner", "orderType");
        assertThat(body.path("deferExec").booleanValue()).isEqualTo(options.deferExecution());
        assertThat(body.path("owner").textValue()).isEqualTo(Examples.OWNER);
        assertThat(body.path("orderType").textValue())
                .isEqualTo(request.timeInForce().name());
        assertThat(order.path("side").textValue()).isEqualTo(request.side().name());
        assertThat(order.path("tokenId").textValue())
                .isEqualTo(request.instrument().symbol());
        assertThat(order.path("metadata").textValue())
                .isEqualTo(options.metadata().hex());
        assertThat(order.path("builder").textValue())
                .isEqualTo(options.builder().hex());
        assertThat(order.path("salt").isIntegralNumber()).isTrue();
        assertThat(order.path("expiration").textValue()).isEqualTo("0");
    }

    private static OrderRequest request(InstrumentId token, TickSize tick, SplittableRandom random) {
        Price limit = tick.price(1 + random.nextInt(tick.count() - 1));
        Quantity shares = Quantity.ofMicros((1 + random.nextLong(1_000_000)) * 10_000);
        return switch (random.nextInt(3)) {
            case 0 -> OrderRequest.buy(token, shares, limit);
            case 1 -> OrderRequest.sell(token, shares, limit).fillAndKill();
            default -> OrderRequest.spend(token, Cash.ofMicros(10_000_000 + shares.micros()), limit);
        };
    }

    private static Market market(InstrumentId token) {
        return Market.builder(
                        Examples.market().market().id(),
                        new Outcome("Yes", token),
                        new Outcome("No", Examples.NO),
                        Examples.market().market().rules())
                .build();
    }

    private static String token(SplittableRandom random) {
        byte[] bytes = new byte[1 + random.nextInt(32)];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes)
                .add(BigInteger.ONE)
                .min(BigInteger.TWO.pow(256).subtract(BigInteger.ONE))
                .toString();
    }

    private static Bytes32 bytes(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes32.parse("0x" + HexFormat.of().formatHex(bytes));
    }

    private static Wallet wallet(AccountKind kind, SplittableRandom random) {
        byte[] funder = new byte[20];
        random.nextBytes(funder);
        return new Wallet(kind, Examples.KEY, kind == AccountKind.EOA ? Examples.KEY : Address.of(funder, 0));
    }

    private static Contract contract(MarketVersion version, boolean negRisk) {
        if (version == MarketVersion.POSITIONS) {
            return Contract.POSITION_EXCHANGE;
        }
        return negRisk ? Contract.NEG_RISK_EXCHANGE : Contract.CTF_EXCHANGE;
    }

    private static String domain(MarketVersion version) {
        return version == MarketVersion.POSITIONS ? "3" : "2";
    }

    private static String hash(JsonNode typedData) throws Exception {
        byte[] hash = new StructuredDataEncoder(typedData.toString()).hashStructuredData();
        return "0x" + HexFormat.of().formatHex(hash);
    }

    private static ObjectNode plain(JsonNode order, Chain chain, Contract exchange, String version) {
        ObjectNode data = JSON.createObjectNode();
        ObjectNode types = data.putObject("types");
        members(
                types.putArray("EIP712Domain"),
                "string name",
                "string version",
                "uint256 chainId",
                "address verifyingContract");
        members(
                types.putArray("Order"),
                "uint256 salt",
                "address maker",
                "address signer",
                "uint256 tokenId",
                "uint256 makerAmount",
                "uint256 takerAmount",
                "uint8 side",
                "uint8 signatureType",
                "uint256 timestamp",
                "bytes32 metadata",
                "bytes32 builder");
        data.put("primaryType", "Order");
        data.putObject("domain")
                .put("name", "Polymarket CTF Exchange")
                .put("version", version)
                .put("chainId", chain.id())
                .put("verifyingContract", exchange.on(chain).orElseThrow().checksummed());
        ObjectNode message = data.putObject("message");
        order.properties()
                .forEach(
                        member -> message.put(member.getKey(), member.getValue().asText()));
        message.put("side", Side.valueOf(order.path("side").asText()).ordinal());
        message.remove(List.of("expiration", "signature"));
        return data;
    }

    private static ObjectNode wrapped(ObjectNode plain) {
        ObjectNode data = plain.deepCopy();
        members(
                data.withObject("types").putArray("TypedDataSign"),
                "Order contents",
                "string name",
                "string version",
                "uint256 chainId",
                "address verifyingContract",
                "bytes32 salt");
        data.put("primaryType", "TypedDataSign");
        data.putObject("message")
                .put("name", "DepositWallet")
                .put("version", "1")
                .put("chainId", plain.path("domain").path("chainId").asText())
                .put("verifyingContract", plain.path("message").path("maker").asText())
                .put("salt", Bytes32.ZERO.hex())
                .set("contents", plain.path("message"));
        return data;
    }

    private static void members(ArrayNode type, String... members) {
        for (String member : members) {
            String[] words = member.split(" ", 2);
            type.addObject().put("type", words[0]).put("name", words[1]);
        }
    }

    /** Remembers the digest it was given to sign. */
    private static final class Watching implements Signer {
        private String digest = "";

        @Override
        public Address address() {
            return Examples.KEY;
        }

        @Override
        public void sign(byte[] message, byte[] hash, byte[] signature) {
            digest = "0x" + HexFormat.of().formatHex(hash);
            Examples.SIGNER.sign(message, hash, signature);
        }
    }
}
