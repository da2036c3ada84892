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

class NormalDistributionTest {
    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768e-300",
        "-8, 6.2209605742717841e-16",
        "-2, 0.022750131948179207",
        "-1, 0.15865525393145705",
        "0.5, 0.6914624612740131",
        "1.5, 0.93319279873114193",
        "2, 0.97724986805182079",
        "3, 0.99865010196836991",
    })
    void cdfHasTheTableValues(double x, double expected) {
        near(NormalDistribution.cdf(x), expected, 1e-14);
    }

    /** 40-digit reference values, chosen where the approximations meet and between them. */
    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768227e-300, 2.1200065515246056269e-298",
        "-36.71875, 1.8336990623000058137e-295, 6.7381002676464866051e-294",
        "-30.123, 1.2111162284970147236e-199, 3.6522571715134722697e-198",
        "-25.5, 9.8562365189639287943e-144, 2.5171937051934048741e-142",
        "-20.0009765625, 2.7002317231841324461e-89, 5.4141609727516486336e-88",
        "-15.3, 3.8228315620734502237e-53, 5.8737090662772899447e-52",
        "-12.75, 1.5587262888811992081e-37, 1.9994553422185451119e-36",
        "-9.1, 4.5165914914354568618e-20, 4.1585989791151487883e-19",
        "-8, 6.2209605742717841235e-16, 5.052271083536892288e-15",
        "-6.25, 2.0522634252189388816e-10, 1.3140018181558838858e-9",
        "-5.7, 5.9903714010635281878e-9, 3.5139550948204335922e-8",
        "-5.65, 8.0223918506634975991e-9, 4.6668867975942535577e-8",
        "-5.0, 2.8665157187919391167e-7, 1.4867195147342977079e-6",
        "-4.2, 0.000013345749015906327883, 0.000058943067756539822171",
        "-3.3, 0.0004834241423837775071, 0.0017225689390536811513",
        "-2.5, 0.006209665325776135167, 0.017528300493568537362",
        "-1.7, 0.044565462758543043664, 0.094049077376886930263",
        "-0.67, 0.25142889509531010155, 0.31873713847540152093",
        "-0.66, 0.25462691467133613764, 0.32086380377117248766",
        "-0.3, 0.38208857781104736693, 0.38138781546052408688",
        "-1e-8, 0.49999999601057719599, 0.39894228040143265799",
        "0, 0.5, 0.39894228040143267794",
        "0.25, 0.59870632568292372424, 0.38666811680284920694",
        "0.6629, 0.74630269913176323432, 0.32024891115204980673",
        "0.663, 0.74633472296138350205, 0.32022768095422074207",
        "2.75, 0.99702023676494544325, 0.0090935625015910527701",
        "4.4, 0.99999458745609229615, 0.00002494247129005352992",
        "5.6568, 0.99999999228893514302, 4.4908818731732168915e-8",
        "6.6, 0.99999999997944211091, 1.386679994165316981e-10",
        "8, 0.9999999999999993779, 5.052271083536892288e-15",
    })
    void cdfSurvivalAndDensityKeepTheirDigits(double x, double below, double density) {
        near(NormalDistribution.cdf(x), below, 1e-14);
        near(NormalDistribution.sf(-x), below, 1e-14);
        near(NormalDistribution.pdf(x), density, 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.047096299361199",
        "1e-200, -30.205594179579643063",
        "1e-100, -21.273453560965324294",
        "1e-20, -9.2623400897984075796",
        "1.4e-11, -6.6567230915181836356",
        "1.3e-11, -6.6676114565107408347",
        "1e-12, -7.0344838253011319",
        "1e-6, -4.7534243088228989573",
        "0.001, -3.0902323061678135",
        "0.07499, -1.4396021182393162092",
        "0.0751, -1.4388253927525399824",
        "0.1, -1.2815515655446005",
        "0.2, -0.84162123357291416552",
        "0.499999, -2.5066282745665593779e-6",
        "0.5, 0",
        "0.55, 0.12566134685507403",
        "0.93, 1.475791028179171099",
        "0.975, 1.9599639845400542",
        "0.9999, 3.7190164854557083867",
        "0.9999999999, 6.3613408896974218642",
        "0.9999999999999999, 8.2095361516013868556",
    })
    void quantileHasTheTableValues(double p, double expected) {
        assertThat(NormalDistribution.quantile(p)).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void cdfNeverFallsAndComplementsTheSurvivalFunction() {
        double before = 0;

        for (double x = -40; x <= 40; x += 1.0 / 128) {
            double now = NormalDistribution.cdf(x);

            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now + NormalDistribution.sf(x)).isCloseTo(1, within(1e-15));
            before = now;
        }
        assertThat(before).isEqualTo(1);
    }

    @Test
    void quantileUndoesTheCdf() {
        SplittableRandom random = new SplittableRandom(11);

        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-8, 8);

            // Above zero the cdf has only steps of 1.1e-16 to tell numbers apart.
            double grain = x > 0 ? 1.2e-16 / NormalDistribution.pdf(x) : 0;
            assertThat(NormalDistribution.quantile(NormalDistribution.cdf(x))).isCloseTo(x, within(1e-13 * 8 + grain));
            assertThat(-NormalDistribution.quantile(NormalDistribution.sf(Math.abs(x))))
                    .isCloseTo(Math.abs(x), within(1e-13 * 8));
        }
    }

    @Test
    void theEndsAreExact() {
        assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.sf(Double.POSITIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.pdf(Double.POSITIVE_INFINITY)).isZero();
    }

    @Test
    void noNumberInIsAnException() {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.cdf(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.sf(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.pdf(Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -0.1, 1, 1.5, Double.POSITIVE_INFINITY})
    void quantileRefusesWhatIsNoProbability(double p) {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(p));
    }
}
