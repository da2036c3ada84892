package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletAddresses;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the production connector makes, the venue's own check accepts, and under the same id. */
final class ConnectorOrdersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "00000000-1111-2222-3333-444444444444";

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void ordersOfTheConnectorAreRight(WalletKind kind) throws Exception {
        SplittableRandom random = new SplittableRandom(kind.ordinal());
        try (VenueFixture venue = new VenueFixture();
                LocalKey key = Signing.key()) {
            List<ListedMarket> markets = List.of(venue.market, venue.negRisk, venue.position);
            for (int i = 0; i < 90; i++) {
                Chain chain = kind != WalletKind.PROXY && random.nextBoolean() ? Chain.AMOY : Chain.POLYGON;
                ListedMarket market = markets.get(i % markets.size());
                Address wallet = new WalletAddresses(chain.id()).of(kind, Signing.SIGNER);
                OrderMaker maker = new OrderMaker(
                        Exchanges.of(chain),
                        new Wallet(AccountKind.values()[kind.ordinal()], Signing.SIGNER, wallet),
                        key,
                        () -> OWNER,
                        new OrderOptions(bytes(random), bytes(random), random.nextBoolean(), Duration.ofMinutes(3)));

                PreparedOrder made = maker.make(
                        draft(market.market(), random), venueMarket(market), VenueFixture.START.plusSeconds(9));

                OrderVerifier verifier = OrderVerifier.of(chain.id());
                PostedOrder posted = OrderReader.strict().read(JSON.readTree(made.body()));
                assertThat(posted.owner()).isEqualTo(OWNER);
                assertThat(verifier.hash(posted.order(), market))
                        .isEqualTo(made.venueOrderId().value());
                verifier.verify(
                        posted.order(),
                        market,
                        new VenueAccount(new AccountId("trader"), kind, Signing.SIGNER, wallet));
            }
        }
    }

    private static OrderDraft draft(Market market, SplittableRandom random) {
        TickSize tick = market.rules().tickSize();
        InstrumentId token = (random.nextBoolean() ? market.first() : market.second()).instrument();
        Price limit = tick.price(1 + random.nextInt(tick.count() - 1));
        Quantity shares = Quantity.ofMicros((1 + random.nextLong(1_000_000)) * 10_000);
        OrderRequest request = switch (random.nextInt(3)) {
            case 0 -> OrderRequest.buy(token, shares, limit);
            case 1 -> OrderRequest.sell(token, shares, limit).fillAndKill();
            default -> OrderRequest.spend(token, Cash.ofMicros(10_000_000 + shares.micros()), limit);
        };
        return new OrderDraft(
                new ClientOrderId(new AccountId("main"), 1, 1 + random.nextInt(1000)),
                1,
                request,
                market,
                1 + random.nextLong((1L << 53) - 1),
                Instant.ofEpochMilli(1_700_000_000_000L + random.nextLong(100_000_000_000L)));
    }

    private static VenueMarket venueMarket(ListedMarket market) {
        return new VenueMarket(
                market.market(),
                market.negRisk(),
                market.version() == ProtocolVersion.V1 ? MarketVersion.CTF : MarketVersion.POSITIONS);
    }

    private static Bytes32 bytes(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes32.parse("0x" + HexFormat.of().formatHex(bytes));
    }
}
