package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Bytes32Test {
    private static final String HEX = "0xabababababababababababababababab00112233445566778899aabbccddeeff";

    @Test
    void textIsReadAndWrittenInLowerCase() {
        Bytes32 upper = Bytes32.parse(HEX.replace("ab", "AB"));

        assertThat(upper)
                .isEqualTo(Bytes32.parse(HEX))
                .hasSameHashCodeAs(Bytes32.parse(HEX))
                .hasToString(HEX);
        assertThat(upper).isNotEqualTo(Bytes32.ZERO).isNotEqualTo(HEX);
    }

    @Test
    void bytesAreWrittenWhereTheyBelong() {
        byte[] to = new byte[34];

        Bytes32.parse(HEX).put(to, 1);

        assertThat(to).startsWith(0x00, 0xab).endsWith(0xff, 0x00);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0x", "0x00", "abababababababababababababababababababababababababababababababab", "0xzz"})
    void anythingElseIsRefusedAndShown(String text) {
        assertThatThrownBy(() -> Bytes32.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
