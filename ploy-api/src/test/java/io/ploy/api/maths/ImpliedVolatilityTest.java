package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpliedVolatilityTest {
    private static ImpliedVolatility.Missing missing(double up, double spot) {
        return ImpliedVolatility.of(up, spot, SettlementHorizon.point(100_000, 300))
                .missing()
                .orElseThrow();
    }

    private static double sigma(double up, double spot, SettlementHorizon horizon) {
        return ImpliedVolatility.of(up, spot, horizon)
                .volatility()
                .orElseThrow()
                .perRootSecond();
    }

    @Test
    void theClosedFormHasTheTableValues() {
        near(sigma(0.70, 100_050, SettlementHorizon.point(100_000, 300)), 5.50348412834e-5);
        near(sigma(0.15, 99_900, SettlementHorizon.point(100_000, 120)), 8.81221773070e-5);
    }

    @Test
    void priceAndMarketOnDifferentSidesDisagree() {
        assertThat(missing(0.60, 99_950)).isEqualTo(ImpliedVolatility.Missing.DISAGREE);
        assertThat(missing(0.40, 100_050)).isEqualTo(ImpliedVolatility.Missing.DISAGREE);
    }

    @Test
    void nearEvenThereIsNothingToSolve() {
        assertThat(missing(0.70, 100_000.05)).isEqualTo(ImpliedVolatility.Missing.AT_THE_MONEY);
        assertThat(missing(0.504, 100_050)).isEqualTo(ImpliedVolatility.Missing.AT_THE_MONEY);
    }

    @Test
    void aDecidedWindowImpliesNothing() {
        ImpliedVolatility none = ImpliedVolatility.of(0.7, 100_050, SettlementHorizon.point(100_000, 0));

        assertThat(none.volatility()).isEmpty();
        assertThat(none.missing()).contains(ImpliedVolatility.Missing.DISAGREE);
    }

    @Test
    void itUndoesTheProbability() {
        SplittableRandom random = new SplittableRandom(5);
        Averaging averaging = Averaging.everySecond(30);
        int solved = 0;

        for (int i = 0; i < 5_000; i++) {
            double remaining = random.nextDouble(1, 900);
            double spot = random.nextDouble(99_800, 100_200);
            Volatility volatility = new Volatility(random.nextDouble(2e-5, 2e-4));
            SettlementHorizon horizon = SettlementHorizon.averageUnderWay(
                    100_000, remaining, averaging, random.nextDouble(99_990, 100_010));
            double up = UpProbability.of(spot, horizon, volatility).up();
            if (up > 1e-9 && up < 1 - 1e-9 && Math.abs(up - 0.5) > 0.01) {
                near(sigma(up, spot, horizon), volatility.perRootSecond(), 1e-6);
                solved++;
            }
        }
        assertThat(solved).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, 1, -0.2})
    void whatIsNoProbabilityIsRefused(double up) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(up, 100_050, SettlementHorizon.point(100_000, 300)));
    }
}
