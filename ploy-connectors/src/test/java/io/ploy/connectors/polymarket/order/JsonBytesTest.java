package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBytesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 99, 100, 9007199254740991L, Long.MAX_VALUE})
    void numbersAreWrittenInDecimalDigits(long number) {
        assertThat(new JsonBytes().put(number).toText()).isEqualTo(Long.toString(number));
    }

    @Test
    void partsFollowEachOtherAndAreForgottenWhenItBeginsAnew() {
        JsonBytes bytes = new JsonBytes();

        String first =
                bytes.put("a=".getBytes(StandardCharsets.US_ASCII)).put(12).toText();
        bytes.clear();
        String second = bytes.putHex(new byte[] {0, (byte) 0xff, 0x1a}).toText();

        assertThat(first).isEqualTo("a=12");
        assertThat(second).isEqualTo("00ff1a");
        assertThat(bytes.toBytes()).isEqualTo("00ff1a".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void itGrowsWithWhatIsPutIn() {
        JsonBytes bytes = new JsonBytes();
        byte[] long1 = new byte[1_500];

        for (int i = 0; i < 5; i++) {
            bytes.put(new byte[] {'x'}).putHex(long1).put(7);
        }

        assertThat(bytes.toText()).isEqualTo(("x" + "0".repeat(3_000) + "7").repeat(5));
    }
}
