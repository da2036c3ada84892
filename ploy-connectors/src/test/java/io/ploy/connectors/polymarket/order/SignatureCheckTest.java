package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

final class SignatureCheckTest {
    private static final BigInteger HALF = Sign.CURVE_PARAMS.getN().shiftRight(1);

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 26, 29, -1})
    void aWrongVIsRefused(byte v) {
        refused(AccountKind.EOA, signature -> signature[64] = v, "a v of " + v);
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void anEmptySignatureIsRefused(AccountKind kind) {
        refused(kind, signature -> Arrays.fill(signature, 0, 32, (byte) 0), "zero");
        refused(kind, signature -> Arrays.fill(signature, 32, 64, (byte) 0), "zero");
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void anSInTheUpperHalfIsRefused(AccountKind kind) {
        assertThatCode(() -> make(kind, signature -> putS(signature, HALF))).doesNotThrowAnyException();
        refused(kind, signature -> putS(signature, HALF.add(BigInteger.ONE)), "upper half");
    }

    private static void putS(byte[] signature, BigInteger s) {
        System.arraycopy(Numeric.toBytesPadded(s, 32), 0, signature, 32, 32);
    }

    private static void refused(AccountKind kind, Consumer<byte[]> spoil, String found) {
        assertThatThrownBy(() -> make(kind, spoil))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("signature", found, "the signer is at fault");
    }

    private static void make(AccountKind kind, Consumer<byte[]> spoil) {
        Signer spoiling = new Signer() {
            @Override
            public Address address() {
                return Examples.KEY;
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] signature) {
                Examples.SIGNER.sign(message, digest, signature);
                spoil.accept(signature);
            }
        };
        Examples.maker(kind, spoiling).make(Examples.draft(Examples.buy()), Examples.market(), Examples.DEADLINE);
    }
}
