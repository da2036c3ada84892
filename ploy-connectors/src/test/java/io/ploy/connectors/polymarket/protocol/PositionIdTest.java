package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionIdTest {
    /** A live example, with its condition as the venue gives it. */
    private static final String YES = "663574927012476832975694178961957910328055987427402067619466963999000625152";

    private static final String CONDITION = "0x017791f201d5a788e0039e511fc1900e5f000000000000000000000000000000";

    /** An id of a token. */
    private static final String TOKEN = "71321045679252212594626385532706912750332728571942532289631379312455583992563";

    @Test
    void liveExampleReadsAsTheVenueSays() {
        PositionId yes = PositionId.parse(YES);

        assertThat(yes.module()).isEqualTo(PositionId.Module.BINARY);
        assertThat(yes.baseHash()).isEqualTo("0x7791f201d5a788e0039e511fc1900e5f");
        assertThat(yes.arity()).isZero();
        assertThat(yes.resolutionChain()).isZero();
        assertThat(yes.conditionIndex()).isZero();
        assertThat(yes.outcome()).isZero();
        assertThat(yes.condition()).isEqualTo(ConditionId.of(MarketVersion.POSITIONS, CONDITION));
        assertThat(yes).hasToString(YES);
    }

    @Test
    void siblingDiffersInTheOutcomeAlone() {
        PositionId yes = PositionId.parse(YES);

        PositionId no = yes.sibling();

        assertThat(no.outcome()).isEqualTo(1);
        assertThat(new BigInteger(no.toString())).isEqualTo(new BigInteger(YES).add(BigInteger.ONE));
        assertThat(no.condition()).isEqualTo(yes.condition());
        assertThat(no.sibling()).isEqualTo(yes).hasSameHashCodeAs(yes);
        assertThat(no).isNotEqualTo(yes);
    }

    @Test
    void everyPartIsWhereTheContractsPutIt() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 1_000; i++) {
            int module = random.nextInt(1, 4);
            BigInteger hash = new BigInteger(128, new java.util.Random(random.nextLong()));
            int arity = random.nextInt(1 << 16);
            int chain = random.nextInt(1 << 16);
            int index = random.nextInt(1 << 16);
            int outcome = random.nextInt(2);
            BigInteger id = BigInteger.valueOf(module)
                    .shiftLeft(248)
                    .or(hash.shiftLeft(120))
                    .or(BigInteger.valueOf(arity).shiftLeft(104))
                    .or(BigInteger.valueOf(chain).shiftLeft(24))
                    .or(BigInteger.valueOf(index).shiftLeft(8))
                    .or(BigInteger.valueOf(outcome));

            PositionId position = PositionId.parse(id.toString());

            assertThat(position.module().ordinal()).isEqualTo(module - 1);
            assertThat(position.baseHash()).isEqualTo("0x" + padded(hash, 16));
            assertThat(position.arity()).isEqualTo(arity);
            assertThat(position.resolutionChain()).isEqualTo(chain);
            assertThat(position.conditionIndex()).isEqualTo(index);
            assertThat(position.outcome()).isEqualTo(outcome);
            assertThat(position.condition().hex()).isEqualTo("0x" + padded(id.shiftRight(8), 31));
            assertThat(position.event()).isEqualTo("0x" + padded(id.shiftRight(24), 29));
            assertThat(position).hasToString(id.toString());
            assertThat(PositionId.looksLikeOne(id.toString())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 55, 71, 103})
    void anyReservedBitMakesItAToken(int bit) {
        String id = new BigInteger(YES).setBit(bit).toString();

        assertThat(PositionId.looksLikeOne(id)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionId.parse(id))
                .withMessage(
                        "id " + id + " is that of a token, not of a position: its bits 40 to 103 are not all zero");
    }

    @ParameterizedTest
    @ValueSource(ints = {39, 104})
    void bitsBesideTheReservedOnesDoNot(int bit) {
        assertThat(PositionId.looksLikeOne(new BigInteger(YES).setBit(bit).toString()))
                .isTrue();
    }

    @Test
    void tokensAreToldApart() {
        assertThat(PositionId.looksLikeOne(TOKEN)).isFalse();
        assertThat(PositionId.looksLikeOne(YES)).isTrue();
        assertThat(PositionId.looksLikeOne("0")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "255, 255"})
    void unknownModuleIsRefused(long module, String named) {
        String id = BigInteger.valueOf(module).shiftLeft(248).toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionId.parse(id))
                .withMessage("position id " + id + " belongs to module " + named + "; known are 1 to 3");
    }

    @Test
    void thirdOutcomeIsRefused() {
        String id = new BigInteger(YES).add(BigInteger.TWO).toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionId.parse(id))
                .withMessage("position id " + id + " names outcome 2; there are 0 and 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0x01", "1.5", "01", " 1", "1e70", "٣"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionId.looksLikeOne(text))
                .withMessage("not an id of decimal digits: '" + text + "'");
    }

    @Test
    void moreThan256BitsAreRefused() {
        String id = BigInteger.ONE.shiftLeft(256).toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionId.parse(id))
                .withMessage("not an id of up to 256 bits: " + id);
        assertThat(PositionId.looksLikeOne(
                        BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).toString()))
                .isFalse();
    }

    private static String padded(BigInteger number, int bytes) {
        String hex = number.toString(16);
        return "0".repeat(2 * bytes - hex.length()) + hex;
    }
}
