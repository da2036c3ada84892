package io.ploy.api.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
    @Test
    void anAddressIsTheSameHoweverItsDigitsAreWritten() {
        Address mixed = new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");

        assertThat(mixed)
                .isEqualTo(new Address("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"))
                .isEqualTo(new Address("0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"))
                .hasToString("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    }

    /** From EIP-55 itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void theCaseOfTheLettersIsAChecksum(String text) {
        assertThat(new Address(text).checksummed()).isEqualTo(text);
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThatThrownBy(() -> new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EIP-55");
    }

    @Test
    void anAddressIsTwentyBytes() {
        byte[] bytes = new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").bytes();

        assertThat(bytes).hasSize(20).startsWith(0x5a, 0xae);
        assertThat(Address.of(bytes, 0)).isEqualTo(new Address("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
    }

    @Test
    void keccakIsNotTheSha3OfThePlatform() {
        assertThat(hex(Keccak256.of(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(hex(Keccak256.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    @Test
    void oneHashFunctionHashesManyTextsInPlaceAndWithinArrays() {
        Keccak256 keccak = new Keccak256();
        byte[] text = "..abc".getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[40];

        keccak.hash(new byte[300], 0, 300, out, 0);
        keccak.hash(text, 2, 3, out, 8);

        assertThat(Arrays.copyOfRange(out, 8, 40)).isEqualTo(Keccak256.of(Arrays.copyOfRange(text, 2, 5)));
        assertThatThrownBy(() -> keccak.hash(text, 2, 4, out, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> keccak.hash(text, 0, 4, out, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSignerHashesTheMessageItIsGivenAlone() {
        Signer signer = new Signer() {
            @Override
            public Address address() {
                return new Address("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] signature) {
                System.arraycopy(digest, 0, signature, 0, digest.length);
            }
        };

        assertThat(signer.sign(new byte[0]).bytes()).startsWith(Keccak256.of(new byte[0]));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "abcdef0123456789abcdef0123456789abcdef01",
                "0xabcdef0123456789abcdef0123456789abcdef0",
                "0xabcdef0123456789abcdef0123456789abcdef012",
                "0xgbcdef0123456789abcdef0123456789abcdef01"
            })
    void whatIsNoAddressIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> new Address(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aSignatureKeepsItsOwnBytesAndDoesNotPrintThem() {
        byte[] bytes = new byte[65];
        bytes[64] = 27;
        Signature signature = new Signature(bytes);

        bytes[64] = 0;
        signature.bytes()[64] = 1;

        assertThat(signature.bytes()).hasSize(65).endsWith((byte) 27);
        assertThat(signature).hasToString("signature of 65 bytes");
    }

    @Test
    void signaturesAreEqualByTheirBytes() {
        byte[] other = new byte[65];
        other[0] = 1;

        assertThat(new Signature(new byte[65]))
                .isEqualTo(new Signature(new byte[65]))
                .hasSameHashCodeAs(new Signature(new byte[65]))
                .isNotEqualTo(new Signature(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 66})
    void aSignatureOfAnotherLengthIsRefused(int length) {
        assertThatThrownBy(() -> new Signature(new byte[length])).hasMessageContaining("not " + length);
    }
}
