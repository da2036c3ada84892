package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingStatisticsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theMedianOfThePaperComesOut() {
        P2Quantile median = new P2Quantile(0.5);

        for (double value : new double[] {
            0.02, 0.15, 0.74, 3.39, 0.83, 22.37, 10.15, 15.43, 38.62, 15.92, 34.60, 10.28, 1.47, 0.40, 0.05, 11.39,
            0.27, 0.42, 0.09, 11.37
        }) {
            median.add(value);
        }

        near(median.value(), 4.440634353260338);
        assertThat(median.count()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 51.06616012524", "0.95, 94.912582847547"})
    void aShuffledRampHasTheTableValues(double p, double expected) {
        P2Quantile quantile = new P2Quantile(p);

        for (int i = 1; i <= 100; i++) {
            quantile.add(37 * i % 101);
        }

        near(quantile.value(), expected);
    }

    @Test
    void aQuantileIsExactForUpToFiveValues() {
        P2Quantile median = new P2Quantile(0.5);

        median.add(9);
        assertThat(median.value()).isEqualTo(9);
        median.add(1);
        median.add(5);
        assertThat(median.value()).isEqualTo(5);
        median.add(2);
        median.add(8);
        assertThat(median.value()).isEqualTo(5);
    }

    @Test
    void aQuantileOfManyValuesIsNearTheExactOne() {
        SplittableRandom random = new SplittableRandom(53);
        for (double p : new double[] {0.05, 0.5, 0.9, 0.99}) {
            P2Quantile quantile = new P2Quantile(p);
            double[] values = random.doubles(20_000).map(u -> -Math.log(1 - u)).toArray();

            Arrays.stream(values).forEach(quantile::add);

            assertThat(quantile.value()).isCloseTo(-Math.log(1 - p), within(0.03 * (1 - Math.log(1 - p))));
        }
    }

    @Test
    void anIrregularMeanHasTheTableValues() {
        Ewma mean = new Ewma(Duration.ofSeconds(2));

        assertThat(mean.isEmpty()).isTrue();
        assertThat(mean.add(START, 10)).isEqualTo(10);
        near(mean.add(START.plusSeconds(1), 12), 10.585786437627);
        near(mean.add(START.plusSeconds(4), 11), 10.853553390593);
        near(mean.mean(), 10.853553390593);
    }

    @Test
    void meanAndVarianceKeepTheirDigitsFarFromZero() {
        MeanAndVariance statistics = new MeanAndVariance();

        for (double value : new double[] {4, 7, 13, 16}) {
            statistics.add(1e9 + value);
        }

        near(statistics.mean(), 1e9 + 10);
        near(statistics.variance(), 30);
        near(statistics.standardDeviation(), Math.sqrt(30));
        assertThat(statistics.count()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "95, 100, 0.88825, 0.97846",
        "19, 20, 0.76386, 0.99112",
        "0, 10, 0, 0.27753",
        "55, 100, 0.45245, 0.64385",
    })
    void ratesLieBetweenTheTableValues(long successes, long trials, double low, double high) {
        WilsonInterval interval = WilsonInterval.of(successes, trials);

        assertThat(interval.low()).isCloseTo(low, within(1e-5));
        assertThat(interval.high()).isCloseTo(high, within(1e-5));
    }

    @Test
    void forecastsScoreTheTableValues() {
        ForecastScore score = new ForecastScore();

        score.add(0.7, true);
        score.add(0.6, false);
        score.add(0.9, true);
        score.add(0.2, false);

        near(score.brier(), 0.125);
        near(score.logLoss(), 0.400367435695);
        assertThat(score.count()).isEqualTo(4);
    }

    @Test
    void aWrongCertaintyCostsMuchButNotEverything() {
        ForecastScore score = new ForecastScore();

        score.add(1, false);

        near(score.brier(), 1);
        near(score.logLoss(), -Math.log(1e-6));
    }

    @Test
    void forecastsFallIntoTheirBins() {
        ReliabilityBins bins = new ReliabilityBins(10);

        bins.add(0.72, true);
        bins.add(0.78, false);
        bins.add(1, true);

        assertThat(bins.size()).isEqualTo(10);
        assertThat(bins.bin(7).count()).isEqualTo(2);
        assertThat(bins.bin(7).happened()).isEqualTo(1);
        near(bins.bin(7).meanForecast(), 0.75);
        assertThat(bins.bin(9).count()).isEqualTo(1);
        near(bins.bin(0).meanForecast(), 0.05);
    }

    @Test
    void noNumbersAndBackwardTimeAreRefused() {
        Ewma mean = new Ewma(Duration.ofSeconds(2));
        mean.add(START, 10);

        assertThatIllegalArgumentException().isThrownBy(() -> mean.add(START.minusMillis(1), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> mean.add(START, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new P2Quantile(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new P2Quantile(0.5).add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeanAndVariance().add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForecastScore().add(Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReliabilityBins(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReliabilityBins(5).add(Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(1, 0));
    }

    @Test
    void nothingAddedIsNoResult() {
        assertThatIllegalStateException().isThrownBy(() -> new Ewma(Duration.ofSeconds(1)).mean());
        assertThatIllegalStateException().isThrownBy(() -> new P2Quantile(0.5).value());
        assertThatIllegalStateException().isThrownBy(() -> new MeanAndVariance().mean());
        assertThatIllegalStateException().isThrownBy(() -> new MeanAndVariance().variance());
        assertThatIllegalStateException().isThrownBy(() -> new ForecastScore().brier());
    }
}
