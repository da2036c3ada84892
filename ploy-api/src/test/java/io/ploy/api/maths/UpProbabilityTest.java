package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpProbabilityTest {
    private static final Volatility SIGMA = new Volatility(6e-5);
    private static final Averaging OVER_30 = Averaging.everySecond(30);
    private static final Averaging OVER_60 = Averaging.everySecond(60);

    private static double up(double spot, SettlementHorizon horizon) {
        return UpProbability.of(spot, horizon, SIGMA).up();
    }

    @ParameterizedTest
    @CsvSource({
        "100050, 100000, 6e-5, 300, 0.684743521439",
        "100050, 100000, 6e-5, 60, 0.858937921763",
        "99900, 100000, 6e-5, 300, 0.16784104313",
        "100000, 100000, 6e-5, 300, 0.5",
        "100000, 100000, 6e-5, 1, 0.5",
        "67850.25, 67892.0436479424, 5.5e-5, 120, 0.153378812392",
    })
    void aPointWindowHasTheTableValues(double spot, double strike, double sigma, double remaining, double expected) {
        UpProbability probability =
                UpProbability.of(spot, SettlementHorizon.point(strike, remaining), new Volatility(sigma));

        near(probability.up(), expected);
        near(probability.down(), 1 - expected, 1e-9);
    }

    @Test
    void aPriceWithoutDriftIsSlightlyLessLikelyUp() {
        SettlementHorizon horizon = SettlementHorizon.point(100_000, 300);

        UpProbability probability = UpProbability.of(100_050, horizon, SIGMA, UpProbability.martingaleDrift(SIGMA));

        near(probability.up(), 0.684558847438);
    }

    @Test
    void anAverageThatHasNotBegunHasTheTableValues() {
        near(up(100_050, SettlementHorizon.average(100_000, 300, OVER_30)), 0.690560099174);
        near(up(100_050, SettlementHorizon.average(100_000, 60, OVER_30)), 0.904739593576);
    }

    @Test
    void aContinuousAverageHasTheTableValues() {
        near(up(100_050, SettlementHorizon.average(100_000, 300, new Averaging(30, 0))), 0.690718316472);
        near(up(100_050, SettlementHorizon.average(100_000, 60, new Averaging(30, 0))), 0.906128678519);
        near(up(100_050, SettlementHorizon.average(100_000, 60, new Averaging(60, 0))), 0.968763540508);
    }

    @Test
    void anAverageUnderWayHasTheTableValues() {
        SettlementHorizon twenty = SettlementHorizon.averageUnderWay(100_000, 20, OVER_30, 99_990);
        SettlementHorizon ten = SettlementHorizon.averageUnderWay(100_000, 10, OVER_60, 100_010);
        SettlementHorizon one = SettlementHorizon.averageUnderWay(100_000, 1, OVER_30, 99_999.5);

        near(twenty.strike(), 100_005);
        near(up(100_015, twenty), 0.733078033638);
        near(ten.strike(), 99_950);
        near(up(99_970, ten), 0.955387848392);
        near(one.strike(), 100_014.5);
        near(up(100_000, one), 0.007835446589, 1e-9);
    }

    @Test
    void aFasterSourceMovesTheReferenceByItsRatio() {
        near(UpProbability.nowcast(100_010, 100_120, 100_060), 100_069.970018, 1e-11);
    }

    @Test
    void whenTheWindowIsOverTheTieIsUp() {
        assertThat(up(100_000, SettlementHorizon.point(100_000, 0))).isEqualTo(1);
        assertThat(up(99_999.999, SettlementHorizon.point(100_000, 0))).isZero();
        assertThat(up(1, SettlementHorizon.averageUnderWay(100_000, 0, OVER_30, 100_000)))
                .isEqualTo(1);
        assertThat(up(1e9, SettlementHorizon.averageUnderWay(100_000, -3, OVER_30, 99_999.9)))
                .isZero();
    }

    @Test
    void anAverageThatCannotBeLostIsCertain() {
        SettlementHorizon won = SettlementHorizon.averageUnderWay(100_000, 1, OVER_30, 110_000);

        assertThat(won.strike()).isZero();
        assertThat(UpProbability.of(50_000, won, SIGMA)).isEqualTo(new UpProbability(1, 0, 0));
    }

    @Test
    void withoutVolatilityTheAnswerIsAStep() {
        SettlementHorizon horizon = SettlementHorizon.point(100_000, 300);

        assertThat(UpProbability.of(100_000, horizon, Volatility.ZERO).up()).isEqualTo(1);
        assertThat(UpProbability.of(99_999, horizon, Volatility.ZERO).up()).isZero();
        assertThat(UpProbability.of(99_999, horizon, new Volatility(Double.MIN_VALUE))
                        .up())
                .isZero();
    }

    @Test
    void itRisesWithThePriceAndFallsWithTheStrike() {
        SplittableRandom random = new SplittableRandom(23);

        for (int i = 0; i < 2_000; i++) {
            double remaining = random.nextDouble(31, 900);
            double spot = random.nextDouble(99_900, 100_100);
            SettlementHorizon lower = SettlementHorizon.average(100_000, remaining, OVER_30);
            SettlementHorizon higher = SettlementHorizon.average(100_001, remaining, OVER_30);

            assertThat(up(spot + 1, lower)).isGreaterThan(up(spot, lower));
            assertThat(up(spot, higher)).isLessThan(up(spot, lower));
        }
    }

    @Test
    void itTendsToAStepWithoutAndToAHalfWithEndlessVolatility() {
        SettlementHorizon horizon = SettlementHorizon.point(100_000, 300);

        assertThat(UpProbability.of(100_001, horizon, new Volatility(1e-12)).up())
                .isEqualTo(1);
        assertThat(UpProbability.of(99_999, horizon, new Volatility(1e-12)).up())
                .isZero();
        assertThat(UpProbability.of(150_000, horizon, new Volatility(1e6)).up()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void sensitivityIsTheSlope() {
        SettlementHorizon horizon = SettlementHorizon.point(100_000, 120);

        double slope = UpProbability.of(100_030, horizon, SIGMA).perLogPrice();

        double h = 1e-6;
        double rise = up(100_030 * Math.exp(h), horizon) - up(100_030 * Math.exp(-h), horizon);
        near(slope, rise / (2 * h), 1e-6);
    }

    /** The formulas against 1-second paths, on the grid and off it, before the average and within it. */
    @ParameterizedTest
    @CsvSource({"90, 0", "30, 0", "20, 99990", "7, 100004", "45.4, 0", "12.3, 99996", "29.5, 0"})
    void averagesAgreeWithSimulation(double remaining, double meanSoFar) {
        SplittableRandom random = new SplittableRandom(41);
        double spot = 100_004;
        double expected = up(spot, SettlementHorizon.averageUnderWay(100_000, remaining, OVER_30, meanSoFar));
        int toCome = (int) Math.min(30, Math.ceil(remaining));
        int paths = 40_000;
        int ups = 0;

        for (int path = 0; path < paths; path++) {
            double x = 0;
            double sum = (30 - toCome) * meanSoFar;
            double dt = remaining - (toCome - 1);
            for (int i = 0; i < toCome; i++) {
                x += 6e-5 * Math.sqrt(dt) * NormalDistribution.quantile(random.nextDouble(1e-15, 1));
                sum += spot * Math.exp(x);
                dt = 1;
            }
            ups += sum / 30 >= 100_000 ? 1 : 0;
        }

        double error = Math.sqrt(expected * (1 - expected) / paths);
        assertThat((double) ups / paths).isCloseTo(expected, within(4 * error));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
    void whatIsNoPriceIsRefused(double price) {
        SettlementHorizon horizon = SettlementHorizon.point(100_000, 300);

        assertThatIllegalArgumentException().isThrownBy(() -> UpProbability.of(price, horizon, SIGMA));
        assertThatIllegalArgumentException().isThrownBy(() -> SettlementHorizon.point(price, 300));
        assertThatIllegalArgumentException().isThrownBy(() -> SettlementHorizon.average(price, 300, OVER_30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettlementHorizon.averageUnderWay(100_000, 10, OVER_30, price));
        assertThatIllegalArgumentException().isThrownBy(() -> UpProbability.nowcast(price, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> UpProbability.nowcast(1, price, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> UpProbability.nowcast(1, 1, price));
    }

    @Test
    void anAverageUnderWayNeedsWhatWasSeen() {
        assertThatIllegalArgumentException().isThrownBy(() -> SettlementHorizon.average(100_000, 20, OVER_30));
        assertThatIllegalArgumentException().isThrownBy(() -> SettlementHorizon.average(100_000, Double.NaN, OVER_30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Averaging(30, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> new Averaging(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Averaging(30, Double.NaN));
    }
}
