package io.ploy.api.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
    @Test
    void anAddressIsTheSameHoweverItsDigitsAreWritten() {
        Address mixed = new Address("0xAbCdEf0123456789aBcDeF0123456789ABCDEF01");

        assertThat(mixed)
                .isEqualTo(new Address("0xabcdef0123456789abcdef0123456789abcdef01"))
                .hasToString("0xabcdef0123456789abcdef0123456789abcdef01");
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
