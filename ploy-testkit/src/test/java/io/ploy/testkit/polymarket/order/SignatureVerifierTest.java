package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Side;
import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.typeddata.Domain;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureVerifierTest {
    private static final String INVALID = "invalid signature";
    private static final String WRONG_SIGNER = "the order signer address has to be the address of the API KEY";
    private static final Address WALLET = new Address("0x365f0CA36Ae1f641E02fE3B7743673da42A13A70");
    private static final BigInteger CURVE_ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private final VenueFixture venue = new VenueFixture();
    private final OrderVerifier verifier = OrderVerifier.of(137);
    private final byte[] separator = new ExchangeSeparators(137).of(venue.market);

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void anOrderSignedAsItsKindWantsIsRight(WalletKind kind) {
        assertThatCode(() -> verify(signed(kind), kind)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void everySignedMemberCounts(WalletKind kind) {
        SignedOrder order = signed(kind);

        assertThat(changed(order, json -> {})).isEqualTo(order);
        changes(order).forEach(changed -> Signing.refused(() -> verify(changed, kind), INVALID));
    }

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void theSignatureOfAnotherKeyIsWrong(WalletKind kind) {
        SignedOrder order = signed(kind);
        Address wallet = wallet(kind);
        VenueAccount others = new VenueAccount(
                new AccountId("other"), kind, Signing.STRANGER, kind == WalletKind.EOA ? Signing.STRANGER : wallet);

        Signing.refused(
                () -> verifier.verify(order, venue.market, others),
                kind == WalletKind.DEPOSIT || kind == WalletKind.EOA ? INVALID : WRONG_SIGNER);
    }

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void theSignatureTypeIsThatOfTheAccount(WalletKind kind) {
        for (WalletKind other : WalletKind.values()) {
            if (other != kind) {
                SignedOrder order = sign(order(kind, wallet(kind), signer(kind), other.signatureType()), kind);

                Signing.refused(() -> verify(order, kind), INVALID);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void anotherSignerThanTheAccountsIsRefused(WalletKind kind) {
        SignedOrder order = sign(order(kind, wallet(kind), Signing.STRANGER, kind.signatureType()), kind);

        Signing.refused(() -> verify(order, kind), WRONG_SIGNER);
    }

    @Test
    void aDepositWalletsOrderNamesTheWalletAsSigner() {
        SignedOrder order = sign(order(WalletKind.DEPOSIT, WALLET, Signing.SIGNER, 3), WalletKind.DEPOSIT);

        Signing.refused(() -> verify(order, WalletKind.DEPOSIT), WRONG_SIGNER);
    }

    @Test
    void anotherMakerThanTheAccountsWalletIsRefused() {
        SignedOrder order = sign(order(WalletKind.SAFE, Signing.STRANGER, Signing.SIGNER, 2), WalletKind.SAFE);

        Signing.refused(() -> verify(order, WalletKind.SAFE), INVALID);
    }

    @Test
    void theMirrorOfASignatureIsWrong() {
        SignedOrder order = signed(WalletKind.EOA);
        byte[] signature = signature(order);
        byte[] high = CURVE_ORDER
                .subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        System.arraycopy(high, high.length - 32, signature, 32, 32);
        signature[64] = (byte) (signature[64] == 27 ? 28 : 27);

        Signing.refused(() -> verify(RandomOrders.with(order, signature), WalletKind.EOA), INVALID);
    }

    @Test
    void aVFromZeroIsWrong() {
        SignedOrder order = signed(WalletKind.EOA);
        byte[] signature = signature(order);
        signature[64] = (byte) (signature[64] - 27);

        Signing.refused(() -> verify(RandomOrders.with(order, signature), WalletKind.EOA), INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 66, 317})
    void aSignatureOfAnotherLengthIsWrong(int length) {
        SignedOrder order = signed(WalletKind.EOA);

        Signing.refused(
                () -> verify(RandomOrders.with(order, Arrays.copyOf(signature(order), length)), WalletKind.EOA),
                INVALID);
    }

    @Test
    void everyByteOfAWrappedSignatureCounts() {
        SignedOrder order = signed(WalletKind.DEPOSIT);

        for (int i = 0; i < signature(order).length; i++) {
            byte[] signature = signature(order);
            signature[i] ^= 1;

            Signing.refused(() -> verify(RandomOrders.with(order, signature), WalletKind.DEPOSIT), INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 316, 318})
    void aWrappedSignatureOfAnotherLengthIsWrong(int length) {
        SignedOrder order = signed(WalletKind.DEPOSIT);

        Signing.refused(
                () -> verify(RandomOrders.with(order, Arrays.copyOf(signature(order), length)), WalletKind.DEPOSIT),
                INVALID);
    }

    @Test
    void aDepositWalletsKeyCannotSignTheOrderItself() {
        SignedOrder order = order(WalletKind.DEPOSIT, WALLET, WALLET, 3);
        byte[] struct = OrderHash.of(order);
        try (LocalKey key = Signing.key()) {
            byte[] plain = RandomOrders.signature(key, Domain.digest(separator, struct));
            byte[] wrapped = RandomOrders.wrapped(plain, separator, struct, OrderHash.TYPE);

            Signing.refused(() -> verify(RandomOrders.with(order, plain), WalletKind.DEPOSIT), INVALID);
            Signing.refused(() -> verify(RandomOrders.with(order, wrapped), WalletKind.DEPOSIT), INVALID);
        }
    }

    @Test
    void aChainTheVenueIsNotOnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderVerifier.of(1))
                .withMessageContaining("137 and on 80002, not on 1");
    }

    private void verify(SignedOrder order, WalletKind kind) {
        verifier.verify(
                order, venue.market, new VenueAccount(new AccountId("trader"), kind, Signing.SIGNER, wallet(kind)));
    }

    private static Address wallet(WalletKind kind) {
        return kind == WalletKind.EOA ? Signing.SIGNER : WALLET;
    }

    private static Address signer(WalletKind kind) {
        return kind == WalletKind.DEPOSIT ? WALLET : Signing.SIGNER;
    }

    private SignedOrder signed(WalletKind kind) {
        return sign(order(kind, wallet(kind), signer(kind), kind.signatureType()), kind);
    }

    private static SignedOrder order(WalletKind kind, Address maker, Address signer, int signatureType) {
        SignedOrder any = new RandomOrders(3).order(kind, maker, signer);
        return new SignedOrder(
                any.salt(),
                maker,
                signer,
                VenueFixture.YES,
                any.makerAmount(),
                any.takerAmount(),
                Side.BUY,
                signatureType,
                any.timestamp(),
                any.expiration(),
                any.metadata(),
                any.builder(),
                any.signature());
    }

    private SignedOrder sign(SignedOrder order, WalletKind kind) {
        byte[] struct = OrderHash.of(order);
        try (LocalKey key = Signing.key()) {
            if (kind != WalletKind.DEPOSIT) {
                return RandomOrders.with(order, RandomOrders.signature(key, Domain.digest(separator, struct)));
            }
            byte[] inner = RandomOrders.signature(
                    key, Domain.digest(separator, OrderHash.inWallet(struct, wallet(kind), 137)));
            return RandomOrders.with(order, RandomOrders.wrapped(inner, separator, struct, OrderHash.TYPE));
        }
    }

    private static byte[] signature(SignedOrder order) {
        return HexFormat.of().parseHex(order.signature(), 2, order.signature().length());
    }

    /** The order with one signed member changed that the account does not decide. */
    private static Stream<SignedOrder> changes(SignedOrder order) {
        String ones = "0x" + "11".repeat(32);
        return Stream.of(
                changed(order, json -> json.put("salt", order.salt().longValue() ^ 1)),
                changed(order, json -> json.put("tokenId", VenueFixture.NO)),
                changed(order, json -> json.put("makerAmount", Long.toString(order.makerAmount() ^ 1))),
                changed(order, json -> json.put("takerAmount", Long.toString(order.takerAmount() ^ 1))),
                changed(order, json -> json.put("side", "SELL")),
                changed(order, json -> json.put("timestamp", Long.toString(order.timestamp() ^ 1))),
                changed(order, json -> json.put("metadata", ones)),
                changed(order, json -> json.put("builder", ones)));
    }

    private static SignedOrder changed(SignedOrder order, Consumer<ObjectNode> change) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode json = body.put("owner", "nobody")
                .put("orderType", "GTC")
                .putObject("order")
                .put("salt", order.salt().longValue())
                .put("maker", order.maker().hex())
                .put("signer", order.signer().hex())
                .put("tokenId", order.tokenId())
                .put("makerAmount", Long.toString(order.makerAmount()))
                .put("takerAmount", Long.toString(order.takerAmount()))
                .put("side", order.side().name())
                .put("signatureType", order.signatureType())
                .put("timestamp", Long.toString(order.timestamp()))
                .put("expiration", Long.toString(order.expiration()))
                .put("metadata", order.metadata())
                .put("builder", order.builder())
                .put("signature", order.signature());
        change.accept(json);
        return OrderReader.strict().read(body).order();
    }
}
