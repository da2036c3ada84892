package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RealisedVolatilityTest {
    private static final double[] PRICES = {100, 100.1, 100.05, 100.2, 100.15, 100.3, 100.28, 100.4};

    static double[] returns(double... prices) {
        double[] returns = new double[prices.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(prices[i + 1] / prices[i]);
        }
        return returns;
    }

    @Test
    void returnsGiveTheTableValues() {
        near(RealisedVolatility.rootMeanSquare(returns(PRICES), 5).perRootSecond(), 4.61428743440e-4);
        near(RealisedVolatility.bipower(returns(PRICES), 5).perRootSecond(), 4.14390380460e-4);
    }

    @Test
    void barsGiveTheTableValues() {
        List<PriceBar> bars = List.of(new PriceBar(100, 100.4, 99.9, 100.25));

        near(RealisedVolatility.parkinson(bars, 60).perRootSecond(), 3.87080774549e-4);
        near(RealisedVolatility.garmanKlass(bars, 60).perRootSecond(), 4.09355555934e-4);
        near(RealisedVolatility.rogersSatchell(bars, 60).perRootSecond(), 3.97235558691e-4);
    }

    @Test
    void exponentialWeightsGiveTheTableValues() {
        double[] r = returns(PRICES);

        double first = RealisedVolatility.ewmaVariance(2.5e-9, r[0], 5, 5, 60);
        double second = RealisedVolatility.ewmaVariance(first, r[1], 5, 5, 60);
        double third = RealisedVolatility.ewmaVariance(second, r[2], 5, 5, 60);

        near(first, 1.35736083883e-8);
        near(second, 1.56138600749e-8);
        near(third, 3.99310669586e-8);
    }

    @Test
    void oneJumpMovesBipowerLess() {
        SplittableRandom random = new SplittableRandom(3);
        double[] r = random.doubles(500, -1e-4, 1e-4).toArray();
        double calm = RealisedVolatility.bipower(r, 5).perRootSecond();
        r[250] = 0.01;

        assertThat(RealisedVolatility.bipower(r, 5).perRootSecond()).isLessThan(2 * calm);
        assertThat(RealisedVolatility.rootMeanSquare(r, 5).perRootSecond()).isGreaterThan(5 * calm);
    }

    @Test
    void everyEstimatorFindsTheVolatilityThatMadeThePrices() {
        SplittableRandom random = new SplittableRandom(17);
        double[] r = new double[20_000];
        for (int i = 0; i < r.length; i++) {
            r[i] = 6e-5 * Math.sqrt(5) * NormalDistribution.quantile(random.nextDouble(1e-12, 1));
        }

        assertThat(RealisedVolatility.rootMeanSquare(r, 5).perRootSecond()).isCloseTo(6e-5, within(1e-6));
        assertThat(RealisedVolatility.bipower(r, 5).perRootSecond()).isCloseTo(6e-5, within(1.5e-6));
    }

    @Test
    void noNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealisedVolatility.rootMeanSquare(new double[] {Double.NaN}, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealisedVolatility.bipower(new double[] {0, Double.NaN}, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> RealisedVolatility.rootMeanSquare(new double[0], 5));
        assertThatIllegalArgumentException().isThrownBy(() -> RealisedVolatility.bipower(new double[] {0.1}, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> RealisedVolatility.ewmaVariance(Double.NaN, 0, 5, 5, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> RealisedVolatility.parkinson(List.of(), 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceBar(100, 99, 98, 98.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceBar(100, 101, Double.NaN, 100));
    }
}
