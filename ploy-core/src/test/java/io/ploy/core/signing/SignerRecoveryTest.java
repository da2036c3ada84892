package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever finds the signer, the answer is the same. */
class SignerRecoveryTest {
    private static final byte[] DIGEST = new byte[32];

    @ParameterizedTest
    @MethodSource("implementations")
    void theSignerOfAnyDigestIsFound(KeyImplementation implementation) throws UnavailableException {
        SignerRecovery recovery = SignerRecovery.of(implementation);
        SplittableRandom random = new SplittableRandom(5);

        try (LocalKey key = TestKeys.localKey()) {
            for (int i = 0; i < 300; i++) {
                byte[] digest = new byte[32];
                random.nextBytes(digest);
                byte[] signature = signature(key, digest);

                assertThat(recovery.signer(digest, signature)).contains(TestKeys.ADDRESS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void damagedSignaturesGiveTheAnswerOfTheReference(KeyImplementation implementation) throws UnavailableException {
        SignerRecovery recovery = SignerRecovery.of(implementation);
        SplittableRandom random = new SplittableRandom(6);
        int nobody = 0;

        for (int i = 0; i < 500; i++) {
            byte[] signature = new byte[65];
            random.nextBytes(signature);
            signature[32] &= 0x7f;
            signature[64] = (byte) (27 + random.nextInt(2));
            Optional<Address> expected = isLow(signature) ? Secp256k1.signerOf(DIGEST, signature) : Optional.empty();
            nobody += expected.isEmpty() ? 1 : 0;

            assertThat(recovery.signer(DIGEST, signature)).isEqualTo(expected);
        }

        assertThat(nobody).isBetween(100, 400);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void theMirrorOfASignatureIsRefused(KeyImplementation implementation) throws UnavailableException {
        byte[] mirrored = signature();
        BigInteger high = Secp256k1.ORDER.subtract(Secp256k1.number(mirrored, 32));
        BigIntegers.asUnsignedByteArray(high, mirrored, 32, 32);
        mirrored[64] = (byte) (mirrored[64] == 27 ? 28 : 27);

        assertThat(Secp256k1.signerOf(DIGEST, mirrored)).contains(TestKeys.ADDRESS);
        assertThat(SignerRecovery.of(implementation).signer(DIGEST, mirrored)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void everyVButTwoIsRefused(KeyImplementation implementation) throws UnavailableException {
        SignerRecovery recovery = SignerRecovery.of(implementation);
        byte[] signature = signature();

        for (int v = -128; v < 128; v++) {
            signature[64] = (byte) v;
            assertThat(recovery.signer(DIGEST, signature).isPresent())
                    .as("v %d", v)
                    .isEqualTo(v == 27 || v == 28);
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void numbersOutOfRangeAreRefused(KeyImplementation implementation) throws UnavailableException {
        SignerRecovery recovery = SignerRecovery.of(implementation);
        byte[] order = BigIntegers.asUnsignedByteArray(32, Secp256k1.ORDER);

        for (int half : new int[] {0, 32}) {
            byte[] zero = signature();
            Arrays.fill(zero, half, half + 32, (byte) 0);
            byte[] tooLarge = signature();
            System.arraycopy(order, 0, tooLarge, half, 32);

            assertThat(recovery.signer(DIGEST, zero)).isEmpty();
            assertThat(recovery.signer(DIGEST, tooLarge)).isEmpty();
        }
    }

    @Test
    void theSharedOneIsTheFastestHere() {
        assertThat(SignerRecovery.shared().implementation())
                .isEqualTo(TestKeys.expectedHere().get(0));
        assertThat(SignerRecovery.shared()).isSameAs(SignerRecovery.shared());
        assertThat(SignerRecovery.shared().signer(DIGEST, signature())).contains(TestKeys.ADDRESS);
    }

    @Test
    void arraysOfAnotherLengthAreRefused() {
        SignerRecovery recovery = SignerRecovery.shared();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recovery.signer(new byte[31], signature()))
                .withMessageContaining("31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recovery.signer(DIGEST, new byte[64]))
                .withMessageContaining("64");
    }

    static Iterable<KeyImplementation> implementations() {
        return TestKeys.expectedHere();
    }

    private static boolean isLow(byte[] signature) {
        return Secp256k1.number(signature, 32).compareTo(Secp256k1.HALF_ORDER) <= 0;
    }

    private static byte[] signature() {
        try (LocalKey key = TestKeys.localKey()) {
            return signature(key, DIGEST);
        }
    }

    private static byte[] signature(LocalKey key, byte[] digest) {
        byte[] signature = new byte[65];
        key.sign(digest, digest, signature);
        return signature;
    }
}
