package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenTest {
    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    @Test
    void theWordIsTheNumberAndTheTextIsKept() {
        SplittableRandom random = new SplittableRandom(23);
        for (int bits = 1; bits <= 256; bits++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            BigInteger number = new BigInteger(1, bytes).shiftRight(256 - bits).setBit(bits - 1);

            Token token = Token.parse(number.toString());

            assertThat(HexFormat.of().formatHex(token.word())).isEqualTo(String.format("%064x", number));
            assertThat(new String(token.text(), StandardCharsets.US_ASCII)).isEqualTo(number.toString());
        }
        assertThat(Token.parse(LARGEST.toString()).word()).containsOnly(0xff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", "1e3", "0x1", " 1", "1 ", "١"})
    void whatIsNoPlainNumberIsRefused(String id) {
        assertThatThrownBy(() -> Token.parse(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'");
    }

    @Test
    void aNumberTooLargeForAWordIsRefused() {
        String tooLarge = LARGEST.add(BigInteger.ONE).toString();

        assertThatThrownBy(() -> Token.parse(tooLarge)).hasMessageContaining("256 bits");
        assertThatThrownBy(() -> Token.parse("1".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensAreReadOnceAndThoseLeastAskedForAreForgotten() {
        Tokens tokens = new Tokens(2);
        Token first = tokens.get("11");
        Token second = tokens.get("22");

        assertThat(tokens.get("11")).isSameAs(first);
        tokens.get("33");

        assertThat(tokens.get("11")).isSameAs(first);
        assertThat(tokens.get("22")).isNotSameAs(second);
    }
}
