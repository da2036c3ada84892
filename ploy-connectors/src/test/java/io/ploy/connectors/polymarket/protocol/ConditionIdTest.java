package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionIdTest {
    private static final String DIGITS_62 = "01" + "7791f201d5a788e0039e511fc1900e5f" + "00".repeat(13) + "ab";

    @Test
    void tokenMarketsHaveThirtyTwoBytes() {
        ConditionId id = ConditionId.of(MarketVersion.CTF, "0x" + DIGITS_62.toUpperCase(java.util.Locale.ROOT) + "FF");

        assertThat(id.hex()).isEqualTo("0x" + DIGITS_62 + "ff").isEqualTo(id.toString());
        assertThat(id.word()).isEqualTo(HexFormat.of().parseHex(DIGITS_62 + "ff"));
        assertThat(id.version()).isEqualTo(MarketVersion.CTF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "01"})
    void positionMarketsHaveThirtyOneWhateverOutcomeStandsBehind(String outcome) {
        ConditionId id = ConditionId.of(MarketVersion.POSITIONS, "0x" + DIGITS_62 + outcome);

        assertThat(id.hex()).isEqualTo("0x" + DIGITS_62);
        assertThat(id.word()).isEqualTo(HexFormat.of().parseHex(DIGITS_62 + "00"));
        assertThat(id).isEqualTo(ConditionId.of(MarketVersion.POSITIONS, "0x" + DIGITS_62));
        assertThat(id).hasSameHashCodeAs(ConditionId.of(MarketVersion.POSITIONS, "0x" + DIGITS_62));
    }

    @Test
    void conditionsOfDifferentLengthDiffer() {
        assertThat(ConditionId.of(MarketVersion.CTF, "0x" + DIGITS_62 + "00"))
                .isNotEqualTo(ConditionId.of(MarketVersion.POSITIONS, "0x" + DIGITS_62 + "00"));
    }

    @ParameterizedTest
    @CsvSource({
        "CTF, 62, ' of a v1 market is not 0x and 64 hex digits'",
        "POSITIONS, 63, ' of a v2 market is not 0x and 62 hex digits, or 64 that end in 00 or 01'",
        "POSITIONS, 66, ' of a v2 market is not 0x and 62 hex digits, or 64 that end in 00 or 01'",
        "UNKNOWN, 64, ' is of a market of unknown version'"
    })
    void anythingElseIsRefused(MarketVersion version, int digits, String message) {
        String text = "0x" + "1".repeat(digits);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionId.of(version, text))
                .withMessage("condition '" + text + "'" + message);
    }

    @Test
    void positionConditionThatEndsInAnotherByteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionId.of(MarketVersion.POSITIONS, "0x" + DIGITS_62 + "02"));
    }
}
