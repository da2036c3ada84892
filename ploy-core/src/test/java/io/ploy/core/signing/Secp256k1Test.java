package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

class Secp256k1Test {
    private static final byte[] DIGEST = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    };

    @Test
    void theSignerOfAChangedTextIsSomebodyElse() {
        byte[] signature = signature();
        byte[] changed = DIGEST.clone();
        changed[0]++;

        assertThat(Secp256k1.signerOf(DIGEST, signature)).contains(TestKeys.ADDRESS);
        assertThat(Secp256k1.signerOf(changed, signature)).isPresent().get().isNotEqualTo(TestKeys.ADDRESS);
    }

    @Test
    void theOtherVIsAnotherSigner() {
        byte[] signature = signature();
        signature[64] = (byte) (signature[64] == 27 ? 28 : 27);

        assertThat(Secp256k1.signerOf(DIGEST, signature)).isPresent().get().isNotEqualTo(TestKeys.ADDRESS);
    }

    @Test
    void numbersThatAreNoScalarsHaveNoSigner() {
        byte[] order = BigIntegers.asUnsignedByteArray(32, Secp256k1.ORDER);

        for (int half : new int[] {0, 32}) {
            byte[] zero = signature();
            Arrays.fill(zero, half, half + 32, (byte) 0);
            byte[] tooLarge = signature();
            System.arraycopy(order, 0, tooLarge, half, 32);

            assertThat(Secp256k1.signerOf(DIGEST, zero)).isEmpty();
            assertThat(Secp256k1.signerOf(DIGEST, tooLarge)).isEmpty();
        }
    }

    @Test
    void anRThatIsNoPointOfTheCurveHasNoSigner() {
        byte[] signature = signature();
        Arrays.fill(signature, 0, 32, (byte) 0);
        // x = 5 has no y.
        signature[31] = 5;

        assertThat(Secp256k1.signerOf(DIGEST, signature)).isEmpty();
    }

    private static byte[] signature() {
        byte[] signature = new byte[65];
        try (LocalKey key = TestKeys.localKey()) {
            key.sign(DIGEST, DIGEST, signature);
        }
        return signature;
    }
}
