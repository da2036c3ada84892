package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.signing.Address;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegRiskQuestionTest {
    private static final Address ADAPTER =
            Contract.NEG_RISK_ADAPTER.on(Chain.POLYGON).orElseThrow();
    private static final String EVENT = "2c3d7e0eee6f058be3006baabf0d54a07da254ba47fe6e3e095e7990c78147";

    /** Markets as the venue's catalogue had them. */
    @ParameterizedTest
    @CsvSource({
        "0x8d9540f4caef531e7065998ff291ba9038588cfe647d8f4822f892112df86f01, 0xcb111226a8271fed0c71bb5ec1bd67b2a4fd72f1eb08466e2180b9efa99d3f32, 1",
        "0xe3b1bc389210504ebcb9cffe4b0ed06ccac50561e0f24abb6379984cec030f00, 0xdd22472e552920b8438158ea7238bfadfa4f736aa4cee91a6b86c39ead110917, 0",
        "0x2c3d7e0eee6f058be3006baabf0d54a07da254ba47fe6e3e095e7990c7814705, 0xc8f1cf5d4f26e0fd9c8fe89f2a7b3263b902cf14fde7bfccef525753bb492e47, 5",
        "0x2c3d7e0eee6f058be3006baabf0d54a07da254ba47fe6e3e095e7990c7814707, 0xe39adea057926dc197fe30a441f57a340b2a232d5a687010f78bba9b6e02620f, 7",
        "0xaa0edfa656a0e70bf8c63f09438cd70979fef8e31fcc62d80840b5a375a55400, 0xf398b0e5016eeaee9b0885ed84012b6dc91269ac10d3b59d60722859c2e30b2f, 0",
        "0x55ab76d092f682bf5cbb7e14f13ee12f8410ce7cc1b7906f23b8fb56c11f6506, 0x7d0aaf81bbd3fd73b6a1651cce08a452c0cbf9c0cbb4520ce0f981065b639d88, 6",
        "0x40fd26ada6f086ebd83f34012327c0914d56154faf3fa36d912468c2532f3402, 0x8bf1c1536ecb1c08fe13c6b71e8ab1f58bf3461c4cb79f5f1679f869a06aef86, 2",
        "0x8b9b4ddc36a40123091b3f29f012e8f1c9b447865a8d959f829a183df8385c16, 0xde72dd287ba34b31dc69066931b7c0074f8267132bf7d6752e2f736429ae98af, 22"
    })
    void conditionIsTheHashTheVenueNames(String question, String condition, int index) {
        NegRiskQuestion read = NegRiskQuestion.parse(question);

        assertThat(read.condition(ADAPTER).hex()).isEqualTo(condition);
        assertThat(read.index()).isEqualTo(index);
        assertThat(read).hasToString(question);
    }

    @Test
    void questionsOfOneEventShareAllButTheLastByte() {
        NegRiskQuestion one = NegRiskQuestion.parse("0x" + EVENT + "05");

        assertThat(HexFormat.of().formatHex(one.event())).isEqualTo(EVENT + "00");
        assertThat(one.isOfEventOf(NegRiskQuestion.parse("0x" + EVENT + "ff"))).isTrue();
        assertThat(one.isOfEventOf(NegRiskQuestion.parse("0x" + "00".repeat(31) + "05")))
                .isFalse();
        assertThat(NegRiskQuestion.parse("0x" + EVENT + "ff").index()).isEqualTo(255);
    }

    @Test
    void sameBytesAreTheSameQuestion() {
        NegRiskQuestion one = NegRiskQuestion.parse("0x" + EVENT + "0A");

        assertThat(one)
                .isEqualTo(NegRiskQuestion.parse("0x" + EVENT + "0a"))
                .hasSameHashCodeAs(NegRiskQuestion.parse("0x" + EVENT + "0a"))
                .isNotEqualTo(NegRiskQuestion.parse("0x" + EVENT + "0b"));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NegRiskQuestion.parse(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NegRiskQuestion.parse("0x" + EVENT))
                .withMessageContaining("32 bytes");
    }
}
