package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static io.ploy.api.maths.Near.rounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ploy.api.market.FeeSchedule;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EdgeTest {
    private static final FeeSchedule SEVEN = FeeSchedule.takerRate("0.07");

    @Test
    void valueReturnAndStakeHaveTheTableValues() {
        double cost = TradingCost.allIn(SEVEN, 0.50);

        near(Edge.expectedValue(0.60, cost), 0.0825);
        near(Edge.returnOnCost(0.60, cost), 0.159420289855);
        near(Edge.kelly(0.60, cost), 0.170984455959);
        near(Edge.kelly(0.60, cost, Edge.DEFAULT_KELLY_PART, Edge.DEFAULT_KELLY_CAP), 0.042746113990);
        near(Edge.logGrowth(0.60, cost, Edge.kelly(0.60, cost)), 0.0137455285776);
    }

    @Test
    void theHaircutIsACost() {
        double cost = TradingCost.allIn(SEVEN, 0.35) + 0.01;

        near(Edge.expectedValue(0.45, cost), 0.074075);
        rounded(Edge.kelly(0.45, cost), 0.118696, 6);
    }

    @Test
    void nothingIsStakedOnALoss() {
        double cost = TradingCost.allIn(SEVEN, 0.54);

        near(Edge.expectedValue(0.55, cost), -0.007388);
        assertThat(Edge.kelly(0.55, cost)).isZero();
        assertThat(Edge.kelly(1, 1)).isZero();
    }

    @Test
    void aStakeIsCapped() {
        assertThat(Edge.kelly(0.9, 0.5, 1, 0.05)).isEqualTo(0.05);
        near(Edge.shares(0.05, 1_000, 0.40), 125);
    }

    @Test
    void theStakeRisesWithProbabilityAndFallsWithCost() {
        SplittableRandom random = new SplittableRandom(31);

        for (int i = 0; i < 5_000; i++) {
            double p = random.nextDouble(0.01, 0.98);
            double c = random.nextDouble(0.01, 0.98);

            assertThat(Edge.kelly(p, c)).isNotNegative();
            assertThat(Edge.kelly(p + 0.01, c)).isGreaterThanOrEqualTo(Edge.kelly(p, c));
            assertThat(Edge.kelly(p, c + 0.01)).isLessThanOrEqualTo(Edge.kelly(p, c));
        }
    }

    @Test
    void theStakeGrowsSimulatedMoneyFastest() {
        SplittableRandom random = new SplittableRandom(37);

        for (double[] bet : new double[][] {{0.60, 0.5175}, {0.30, 0.20}, {0.85, 0.70}}) {
            double best = Edge.kelly(bet[0], bet[1]);
            double[] growth = new double[3];
            for (int i = 0; i < 400_000; i++) {
                boolean won = random.nextDouble() < bet[0];
                for (int k = 0; k < 3; k++) {
                    double f = best * (0.8 + 0.2 * k);
                    growth[k] += Math.log(won ? 1 + f * (1 - bet[1]) / bet[1] : 1 - f);
                }
            }

            assertThat(growth[1]).isGreaterThan(growth[0]).isGreaterThan(growth[2]);
            assertThat(growth[1] / 400_000)
                    .isCloseTo(Edge.logGrowth(bet[0], bet[1], best), within(4 * 0.5 / Math.sqrt(400_000)));
        }
    }

    @Test
    void twoOpinionsArePooledByTheirLogits() {
        near(Calibrator.pool(0.95, 0.7, 0.60), 0.898689434919);
        near(Calibrator.pool(0.95, 1, 0.60), 0.95);
    }

    @Test
    void calibrationIsAStraightLineInLogits() {
        near(new Calibrator(0.2, 0.8).apply(0.7), Calibrator.logistic(0.2 + 0.8 * Math.log(0.7 / 0.3)));
        assertThat(Calibrator.IDENTITY.apply(0.7)).isEqualTo(0.7);
        assertThat(Calibrator.clamp(0.999)).isEqualTo(0.995);
        assertThat(Calibrator.clamp(0)).isEqualTo(0.005);
        near(Calibrator.logistic(Calibrator.logit(1e-9)), 1e-9);
        near(Calibrator.logistic(-800), Math.exp(-800), 1e-9);
    }

    @Test
    void noNumbersAreRefused() {
        double nan = Double.NaN;

        assertThatIllegalArgumentException().isThrownBy(() -> Edge.expectedValue(nan, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.expectedValue(0.5, nan));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.kelly(nan, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.kelly(0.5, nan));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.kelly(0.5, 0.5, nan, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.returnOnCost(0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.shares(0.1, nan, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.logGrowth(0.5, 0.5, nan));
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.logGrowth(0.5, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibrator.pool(nan, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibrator.clamp(nan));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibrator.IDENTITY.apply(nan));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibrator(nan, 1));
    }
}
