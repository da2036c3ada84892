package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Keccak256;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;

/** Here and not beside the class, because the API has no library to compare with. */
class Keccak256AgainstBouncyCastleTest {
    @Test
    void everyLengthOverTwoBlocksGivesTheHashOfBouncyCastle() {
        SplittableRandom random = new SplittableRandom(300);
        Keccak256 keccak = new Keccak256();
        byte[] out = new byte[Keccak256.LENGTH];

        for (int length = 0; length <= 300; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);

            keccak.hash(text, 0, length, out, 0);

            assertThat(out).as("length %d", length).isEqualTo(hashOfBouncyCastle(text));
        }
    }

    @Test
    void partsOfAnArrayAndOtherPlacesForTheHashMakeNoDifference() {
        SplittableRandom random = new SplittableRandom(301);
        Keccak256 keccak = new Keccak256();

        for (int round = 0; round < 500; round++) {
            byte[] text = new byte[1 + random.nextInt(1000)];
            random.nextBytes(text);
            int from = random.nextInt(text.length);
            int to = from + random.nextInt(text.length - from + 1);
            byte[] out = new byte[50];

            keccak.hash(text, from, to - from, out, 11);

            assertThat(Arrays.copyOfRange(out, 11, 43))
                    .isEqualTo(hashOfBouncyCastle(Arrays.copyOfRange(text, from, to)));
            assertThat(out).startsWith(new byte[11]).endsWith(new byte[7]);
        }
    }

    private static byte[] hashOfBouncyCastle(byte[] text) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(text, 0, text.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
