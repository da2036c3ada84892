package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

/** Whatever signs, the bytes are the same, and they are those of independent implementations. */
class SameSignaturesTest {
    private static final int DIGESTS = 125;

    @ParameterizedTest
    @MethodSource("anyKey")
    void everyImplementationGivesTheBytesOfWeb3j(String hex) {
        ECKeyPair web3j = ECKeyPair.create(new BigInteger(hex, 16));
        List<byte[]> digests = anyDigest(hex.hashCode());

        for (KeyImplementation implementation : TestKeys.expectedHere()) {
            try (LocalKey key = LocalKey.of(TestKeys.secret(hex), implementation)) {
                for (byte[] digest : digests) {
                    assertThat(signature(key, digest))
                            .as("%s of %s", implementation, HexFormat.of().formatHex(digest))
                            .isEqualTo(web3jSignature(web3j, digest));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("anyKey")
    void everySignatureHasALowSAndAVAndItsSignerIsFoundFromIt(String hex) {
        for (KeyImplementation implementation : TestKeys.expectedHere()) {
            try (LocalKey key = LocalKey.of(TestKeys.secret(hex), implementation)) {
                for (byte[] digest : anyDigest(7)) {
                    byte[] signature = signature(key, digest);

                    assertThat(Secp256k1.number(signature, 32)).isLessThanOrEqualTo(Secp256k1.HALF_ORDER);
                    assertThat(signature[64]).isIn((byte) 27, (byte) 28);
                    assertThat(Secp256k1.signerOf(digest, signature)).contains(key.address());
                    assertThat(signature(key, digest)).isEqualTo(signature);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/signatures.csv")
    void ordersAreSignedAsByTheVenuesOwnClient(String id, String hex, String address, String digest, String signature) {
        for (KeyImplementation implementation : TestKeys.expectedHere()) {
            try (LocalKey key = LocalKey.of(TestKeys.secret(hex), implementation)) {
                byte[] signed = signature(key, HexFormat.of().parseHex(digest.substring(2)));

                assertThat(key.address()).as(id).isEqualTo(new Address(address));
                assertThat("0x" + HexFormat.of().formatHex(signed)).as(id).isEqualTo(signature);
            }
        }
    }

    /** The smallest and the largest, and two from a seed. */
    static Stream<String> anyKey() {
        byte[] random = new byte[64];
        new SplittableRandom(11).nextBytes(random);
        return Stream.of(
                "0".repeat(63) + "1",
                Secp256k1.ORDER.subtract(BigInteger.ONE).toString(16),
                HexFormat.of().formatHex(random, 0, 32),
                HexFormat.of().formatHex(random, 32, 64));
    }

    /** Corners of what a hash can be, also above the order of the curve, and the rest from a seed. */
    private static List<byte[]> anyDigest(long seed) {
        List<byte[]> digests = new ArrayList<>();
        digests.add(new byte[32]);
        byte[] largest = new byte[32];
        Arrays.fill(largest, (byte) 0xff);
        digests.add(largest);
        for (int offset = -1; offset <= 1; offset++) {
            digests.add(BigIntegers.asUnsignedByteArray(32, Secp256k1.ORDER.add(BigInteger.valueOf(offset))));
        }
        SplittableRandom random = new SplittableRandom(seed);
        while (digests.size() < DIGESTS) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            digests.add(digest);
        }
        return digests;
    }

    private static byte[] signature(LocalKey key, byte[] digest) {
        byte[] signature = new byte[65];
        key.sign(digest, digest, signature);
        return signature;
    }

    private static byte[] web3jSignature(ECKeyPair key, byte[] digest) {
        Sign.SignatureData data = Sign.signMessage(digest, key, false);
        byte[] signature = Arrays.copyOf(data.getR(), 65);
        System.arraycopy(data.getS(), 0, signature, 32, 32);
        signature[64] = data.getV()[0];
        return signature;
    }
}
