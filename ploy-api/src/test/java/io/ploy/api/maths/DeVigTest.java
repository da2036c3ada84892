package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static io.ploy.api.maths.Near.rounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeVigTest {
    private static final double[] FAVOURITE = {
        Odds.implied(Odds.decimalFromAmerican(-150)), Odds.implied(Odds.decimalFromAmerican(130))
    };
    private static final double[] THREE = {1 / 2.10, 1 / 3.40, 1 / 3.80};

    @Test
    void americanOddsImplyTheTableValues() {
        near(FAVOURITE[0], 0.6);
        near(FAVOURITE[1], 0.434782608696);
        near(Odds.implied(Odds.decimalFromAmerican(-110)), 0.523809523810);
    }

    @Test
    void aTwoWayMarketHasTheTableValues() {
        rounded(DeVig.MULTIPLICATIVE.fair(FAVOURITE).get(0), 0.57983193, 8);
        rounded(DeVig.POWER.fair(FAVOURITE).get(0), 0.58398264, 8);
        rounded(DeVig.POWER.fair(FAVOURITE).parameter(), 1.05296995, 8);
        rounded(DeVig.SHIN.fair(FAVOURITE).get(0), 0.58260870, 8);
        rounded(DeVig.SHIN.fair(FAVOURITE).parameter(), 0.03481542, 8);
    }

    @Test
    void aLopsidedMarketHasTheTableValues() {
        double[] implied = {1 / 1.25, 1 / 4.00};

        rounded(DeVig.MULTIPLICATIVE.fair(implied).get(0), 0.76190476, 8);
        rounded(DeVig.POWER.fair(implied).get(0), 0.78235213, 8);
        near(DeVig.SHIN.fair(implied).get(0), 0.775);
    }

    @Test
    void aThreeWayMarketHasTheTableValues() {
        FairProbabilities power = DeVig.POWER.fair(THREE);
        FairProbabilities shin = DeVig.SHIN.fair(THREE);

        rounded(power.parameter(), 1.03199301, 8);
        rounded(power.get(0), 0.46502033, 8);
        rounded(power.get(1), 0.28282479, 8);
        rounded(power.get(2), 0.25215488, 8);
        rounded(shin.parameter(), 0.01675481, 8);
        rounded(shin.get(0), 0.46394775, 8);
        rounded(shin.get(1), 0.28337518, 8);
        rounded(shin.get(2), 0.25267707, 8);
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodSumsToOneAndKeepsTheOrder(DeVig method) {
        SplittableRandom random = new SplittableRandom(43);

        for (int i = 0; i < 1_000; i++) {
            int n = random.nextInt(2, 12);
            double[] implied = random.doubles(n, 0.02, 1).toArray();
            double margin =
                    random.nextDouble(1.001, 1.25) / Arrays.stream(implied).sum();
            implied =
                    Arrays.stream(implied).map(p -> Math.min(0.97, p * margin)).toArray();
            if (Arrays.stream(implied).sum() <= 1) {
                continue;
            }

            double[] fair = method.fair(implied).toArray();

            assertThat(Arrays.stream(fair).sum()).isCloseTo(1, within(1e-12));
            for (int j = 1; j < n; j++) {
                assertThat(Double.compare(fair[j - 1], fair[j])).isEqualTo(Double.compare(implied[j - 1], implied[j]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalOddsAreEqualChances(DeVig method) {
        FairProbabilities fair = method.fair(0.35, 0.35, 0.35);

        assertThat(fair.size()).isEqualTo(3);
        near(fair.get(0), 1 / 3.0, 1e-12);
        assertThat(fair.get(0)).isEqualTo(fair.get(1)).isEqualTo(fair.get(2));
    }

    @Test
    void shinTakesHalfTheMarginFromEachOfTwo() {
        SplittableRandom random = new SplittableRandom(47);

        for (int i = 0; i < 1_000; i++) {
            double a = random.nextDouble(0.10, 0.9);
            double margin = random.nextDouble(0.01, 0.08);
            double b = 1 - a + margin;

            assertThat(DeVig.SHIN.fair(a, b).get(0)).isCloseTo(a - margin / 2, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAMarginNothingChangesAndANegativeOneIsTold(DeVig method) {
        assertThat(method.fair(0.25, 0.75).toArray()).containsExactly(0.25, 0.75);
        assertThat(method.fair(0.25, 0.75).arbitrageInOdds()).isFalse();

        FairProbabilities gift = method.fair(0.45, 0.45);
        assertThat(gift.arbitrageInOdds()).isTrue();
        assertThat(gift.toArray()).containsExactly(0.5, 0.5);
    }

    @Test
    void twoOutcomesAreShinsAndMoreThePowers() {
        assertThat(DeVig.forOutcomes(2)).isEqualTo(DeVig.SHIN);
        assertThat(DeVig.forOutcomes(3)).isEqualTo(DeVig.POWER);
        assertThatIllegalArgumentException().isThrownBy(() -> DeVig.forOutcomes(1));
    }

    @Test
    void whatAreNoOddsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeVig.SHIN.fair(0.5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> DeVig.SHIN.fair(0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeVig.SHIN.fair(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> DeVig.POWER.fair(0.999, 0.999));
        assertThatIllegalArgumentException().isThrownBy(() -> Odds.decimalFromAmerican(50));
        assertThatIllegalArgumentException().isThrownBy(() -> Odds.decimalFromAmerican(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Odds.implied(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Odds.implied(Double.NaN));
    }
}
