package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatilityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void horizonsScaleWithTheRootOfTime() {
        Volatility volatility = new Volatility(6e-5);

        near(volatility.overSeconds(300), 0.00103923048454, 1e-11);
        near(volatility.overSeconds(900), 0.0018);
        near(volatility.annual(), 0.336941537956, 1e-11);
    }

    @Test
    void otherUnitsBecomePerRootSecond() {
        near(Volatility.annual(0.40).perRootSecond(), 7.12289738618e-5, 1e-11);
        near(Volatility.over(1e-4, 2).perRootSecond(), 7.07106781187e-5, 1e-11);
        near(Volatility.over(0.0018, 900).perRootSecond(), 6e-5);
        near(Volatility.ofVariance(3.6e-9).perRootSecond(), 6e-5);
        near(new Volatility(6e-5).variance(), 3.6e-9);
        near(new Volatility(6e-5).times(1.15).perRootSecond(), 6.9e-5);
    }

    @Test
    void anEstimateIsPulledTowardsThePrior() {
        VolatilityEstimate estimate = new VolatilityEstimate(new Volatility(9e-5), 120, NOW);

        near(estimate.shrunkTo(new Volatility(5.5e-5), 60).perRootSecond(), 8.00520663902e-5, 1e-11);
    }

    @Test
    void anEstimateIsKeptNearThePrior() {
        Volatility prior = new Volatility(5e-5);

        assertThat(new VolatilityEstimate(Volatility.ZERO, 1_000_000, NOW).shrunkTo(prior, 60))
                .isEqualTo(new Volatility(2.5e-5));
        assertThat(new VolatilityEstimate(new Volatility(1), 1_000_000, NOW).shrunkTo(prior, 60))
                .isEqualTo(new Volatility(2.5e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1e-9, Double.POSITIVE_INFINITY})
    void whatIsNoVolatilityIsRefused(double sigma) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Volatility(sigma));
        assertThatIllegalArgumentException().isThrownBy(() -> Volatility.over(sigma, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Volatility.over(1, sigma));
        assertThatIllegalArgumentException().isThrownBy(() -> new Volatility(1).overSeconds(sigma));
    }
}
