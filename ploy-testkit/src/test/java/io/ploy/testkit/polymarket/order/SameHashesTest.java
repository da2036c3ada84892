package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verifier's own hashes are those of a generic encoder of typed data, for orders of any numbers. */
final class SameHashesTest {
    private static final int ORDERS = 200;

    @ParameterizedTest
    @CsvSource({
        "137, 2, false, 0xE111180000d2663C0091e4f400237545B87B996B",
        "137, 2, true, 0xe2222d279d744050d28e00520010520000310F59",
        "137, 3, false, 0xe3333700cA9d93003F00f0F71f8515005F6c00Aa",
        "80002, 2, false, 0xE111180000d2663C0091e4f400237545B87B996B",
        "80002, 2, true, 0xe2222d279d744050d28e00520010520000310F59",
        "80002, 3, false, 0x9fE6e61422AdB6F610d8597F9684b16912D50C3D"
    })
    void theIdOfAnOrderIsItsGenericDigest(long chain, int version, boolean negRisk, String exchange) throws Exception {
        GenericEncoder encoder = new GenericEncoder(chain, Integer.toString(version), exchange);
        RandomOrders random = new RandomOrders(version + chain);
        OrderVerifier verifier = OrderVerifier.of(chain);

        try (VenueFixture venue = new VenueFixture()) {
            ListedMarket market = Signing.market(venue, version, negRisk);
            for (int i = 0; i < ORDERS; i++) {
                SignedOrder order = random.order(WalletKind.values()[i % 4], random.address(), random.address());

                assertThat(verifier.hash(order, market))
                        .isEqualTo("0x" + HexFormat.of().formatHex(encoder.digest(order)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "137, 2, false, 0xE111180000d2663C0091e4f400237545B87B996B",
        "137, 2, true, 0xe2222d279d744050d28e00520010520000310F59",
        "80002, 3, false, 0x9fE6e61422AdB6F610d8597F9684b16912D50C3D"
    })
    void aSignatureOverTheGenericDigestIsRight(long chain, int version, boolean negRisk, String exchange)
            throws Exception {
        GenericEncoder encoder = new GenericEncoder(chain, Integer.toString(version), exchange);
        RandomOrders random = new RandomOrders(version - chain);
        OrderVerifier verifier = OrderVerifier.of(chain);

        try (VenueFixture venue = new VenueFixture();
                LocalKey key = Signing.key()) {
            ListedMarket market = Signing.market(venue, version, negRisk);
            for (int i = 0; i < ORDERS; i++) {
                WalletKind kind = WalletKind.values()[i % 4];
                Address wallet = kind == WalletKind.EOA ? Signing.SIGNER : random.address();
                SignedOrder order = random.order(kind, wallet, kind == WalletKind.DEPOSIT ? wallet : Signing.SIGNER);
                byte[] digest = kind == WalletKind.DEPOSIT ? encoder.digest(order, wallet) : encoder.digest(order);
                byte[] signature = RandomOrders.signature(key, digest);
                byte[] sent = kind == WalletKind.DEPOSIT
                        ? RandomOrders.wrapped(
                                signature,
                                new ExchangeSeparators(chain).of(market),
                                OrderHash.of(order),
                                OrderHash.TYPE)
                        : signature;

                verifier.verify(
                        RandomOrders.with(order, sent),
                        market,
                        new VenueAccount(new AccountId("trader"), kind, Signing.SIGNER, wallet));
            }
        }
    }
}
