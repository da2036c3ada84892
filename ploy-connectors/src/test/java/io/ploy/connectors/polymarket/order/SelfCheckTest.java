package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.amount.OrderAmounts;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever single thing goes wrong between asking and signing, it is seen and named. */
final class SelfCheckTest {
    private static final OrderOptions OPTIONS = new OrderOptions(
            Bytes32.parse("0xabababababababababababababababab00112233445566778899aabbccddeeff"),
            Bytes32.parse("0x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"),
            false,
            Duration.ofMinutes(3));
    private static final Exchanges EXCHANGES = Exchanges.of(Chain.POLYGON);
    private static final OrderRequest SPEND = OrderRequest.spend(Examples.YES, Cash.ofUsd(10), Price.parse("0.57"));

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void everyChangedByteIsSeenAndItsFieldNamed(AccountKind kind) {
        for (OrderRequest request : new OrderRequest[] {Examples.buy(), sell(), SPEND}) {
            Encoded encoded = new Encoded(kind, request, Examples.market());
            SplittableRandom random = new SplittableRandom(5);

            assertThatCode(encoded::check).doesNotThrowAnyException();
            for (int at = 0; at < encoded.struct.words().length; at++) {
                OrderField field = OrderField.values()[at / 32];
                byte[] words = encoded.struct.words();
                byte right = words[at];
                words[at] ^= (byte) (1 + random.nextInt(255));

                assertThatThrownBy(encoded::check)
                        .as("byte %d", at)
                        .isInstanceOf(OrderRefusedException.class)
                        .hasMessageContaining("for its " + field + ":");

                words[at] = right;
            }
        }
    }

    @Test
    void everyChangedByteOfTheDomainIsSeen() {
        Encoded encoded = new Encoded(AccountKind.EOA, Examples.buy(), Examples.market());
        byte[] message = encoded.struct.message();

        for (int at = 0; at < OrderStruct.HASH; at++) {
            message[at] ^= 0x40;

            assertThatThrownBy(encoded::check).as("byte %d", at).hasMessageContaining("for its exchange");

            message[at] ^= 0x40;
        }
        assertThatCode(encoded::check).doesNotThrowAnyException();
    }

    @Test
    void anotherExchangeChainWalletOrOptionIsSeen() {
        Encoded encoded = new Encoded(AccountKind.SAFE, Examples.buy(), Examples.market());
        Wallet safe = Examples.wallet(AccountKind.SAFE);
        Wallet proxy = Examples.wallet(AccountKind.PROXY);
        Wallet eoa = Examples.wallet(AccountKind.EOA);

        assertThatThrownBy(() -> encoded.check(new SelfCheck(Exchanges.of(Chain.AMOY), safe, OPTIONS)))
                .hasMessageContaining("exchange", "80002");
        assertThatThrownBy(() -> encoded.check(new SelfCheck(EXCHANGES, proxy, OPTIONS)))
                .hasMessageContaining("signatureType", "allowed is 1");
        assertThatThrownBy(() -> encoded.check(new SelfCheck(EXCHANGES, eoa, OPTIONS)))
                .hasMessageContaining("maker");
        assertThatThrownBy(() -> encoded.check(new SelfCheck(EXCHANGES, safe, OrderOptions.DEFAULT)))
                .hasMessageContaining("metadata");
        assertThatThrownBy(() -> encoded.checkIn(Examples.market(TickSize.CENT, true, MarketVersion.CTF)))
                .hasMessageContaining("exchange", "0xe2222d279d744050d28e00520010520000310f59");
        assertThatThrownBy(() -> encoded.checkIn(Examples.market(TickSize.CENT, false, MarketVersion.POSITIONS)))
                .hasMessageContaining("exchange", "domain 3");
        assertThatThrownBy(() -> encoded.checkIn(Examples.market(TickSize.TENTH, false, MarketVersion.CTF)))
                .hasMessageContaining("limit", "0.53", "multiple of 0.1");
    }

    @Test
    void anotherDraftThanTheEncodedOneIsSeen() {
        Encoded encoded = new Encoded(AccountKind.EOA, Examples.buy(), Examples.market());
        OrderRequest no = OrderRequest.buy(Examples.NO, encoded.shares(), Price.parse("0.53"));

        assertThatThrownBy(() -> encoded.checkAgainst(Examples.draft(no)))
                .hasMessageContaining("tokenId", Examples.NO.symbol(), Examples.YES.symbol());
        assertThatThrownBy(() -> encoded.checkAgainst(Examples.draft(sell()))).hasMessageContaining("side");
        assertThatThrownBy(() -> encoded.checkAgainst(Examples.draft(Examples.buy(), 5, Examples.DECIDED)))
                .hasMessageContaining("salt", "allowed is 5");
        assertThatThrownBy(() -> encoded.checkAgainst(
                        Examples.draft(Examples.buy(), 607_806_493_686L, Examples.DECIDED.plusMillis(1))))
                .hasMessageContaining("timestamp", "1780974625252");
    }

    private static OrderRequest sell() {
        return OrderRequest.sell(Examples.YES, Quantity.parse("12.34"), Price.parse("0.07"));
    }

    /** An order as it is before it is signed. */
    private static final class Encoded {
        private final OrderStruct struct;
        private final Token token;
        private final OrderDraft draft;
        private final VenueMarket market;
        private final SelfCheck check;

        Encoded(AccountKind kind, OrderRequest request, VenueMarket market) {
            Wallet wallet = Examples.wallet(kind);
            OrderAmounts amounts = new OrderAmounts();
            amounts.set(request, market.market().rules().tickSize());
            this.struct = new OrderStruct(wallet, OPTIONS, new Keccak256());
            this.token = Token.parse(request.instrument().symbol());
            this.draft = Examples.draft(request);
            this.market = market;
            this.check = new SelfCheck(EXCHANGES, wallet, OPTIONS);
            struct.set(
                    EXCHANGES.of(market.version(), market.negRisk()).orElseThrow(),
                    draft.salt(),
                    token,
                    request.side(),
                    amounts.makerMicros(),
                    amounts.takerMicros(),
                    draft.decidedAt().toEpochMilli());
        }

        Quantity shares() {
            return draft.request().sharesAtLimit();
        }

        void check() {
            check(check);
        }

        void check(SelfCheck by) {
            by.check(struct, token, draft, market);
        }

        void checkIn(VenueMarket other) {
            check.check(struct, token, draft, other);
        }

        void checkAgainst(OrderDraft other) {
            check.check(struct, token, other, market);
        }
    }
}
