package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolatilityTrackerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double[] PRICES = {100, 100.1, 100.05, 100.2, 100.15, 100.3, 100.28, 100.4};

    private final List<Double> returns = new ArrayList<>();
    private final List<Boolean> consecutive = new ArrayList<>();
    private final LogReturns grid = new LogReturns(Duration.ofSeconds(5), Duration.ofSeconds(10), (end, r, chained) -> {
        returns.add(r);
        consecutive.add(chained);
    });

    private static Instant second(double seconds) {
        return START.plusNanos((long) (seconds * 1e9));
    }

    @Test
    void aGridTimeHasTheLastTickAtOrBeforeIt() {
        grid.add(second(0), 100);
        grid.add(second(3), 110);
        grid.add(second(5), 120);
        grid.add(second(9.9), 130);
        grid.add(second(10.1), 140);

        assertThat(returns).hasSize(2);
        near(returns.get(0), Math.log(120 / 100.0));
        near(returns.get(1), Math.log(130 / 120.0));
        assertThat(consecutive).containsExactly(false, true);
    }

    @Test
    void ticksOfOneTimeCountOnceWithTheLast() {
        grid.add(second(0), 100);
        grid.add(second(5), 110);
        grid.add(second(5), 121);
        grid.add(second(6), 100);

        assertThat(returns).hasSize(1);
        near(returns.get(0), Math.log(1.21));
    }

    @Test
    void noReturnIsFormedAcrossAGap() {
        grid.add(second(0), 100);
        grid.add(second(5), 101);
        grid.add(second(16), 150);
        grid.add(second(20), 151);
        grid.add(second(25), 152);
        grid.add(second(26), 152);

        // 0 s has a price, 5 s lies inside the gap; the chain starts again at 20 s.
        assertThat(returns).hasSize(1);
        near(returns.get(0), Math.log(152 / 151.0));
        assertThat(consecutive).containsExactly(false);
    }

    @Test
    void aGapOfExactlyTheLimitBreaksNothing() {
        grid.add(second(0), 100);
        grid.add(second(10), 101);
        grid.add(second(11), 101);

        assertThat(returns).hasSize(2);
        near(returns.get(1), Math.log(1.01));
    }

    private static VolatilityTracker fed(VolatilityTracker.Builder builder) {
        VolatilityTracker tracker = builder.minSamples(1).build();
        for (int i = 0; i < PRICES.length; i++) {
            tracker.add(second(5 * i), PRICES[i]);
        }
        tracker.add(second(36), PRICES[PRICES.length - 1]);
        return tracker;
    }

    @Test
    void rollingMethodsEqualTheirFormulas() {
        VolatilityEstimate all = fed(VolatilityTracker.rootMeanSquare(Duration.ofMinutes(10)))
                .estimate()
                .orElseThrow();
        VolatilityEstimate two = fed(VolatilityTracker.bipower(Duration.ofMinutes(10)))
                .estimate()
                .orElseThrow();

        near(all.volatility().perRootSecond(), 4.61428743440e-4);
        assertThat(all.samples()).isEqualTo(7);
        assertThat(all.asOf()).isEqualTo(second(35));
        near(two.volatility().perRootSecond(), 4.14390380460e-4);
    }

    @Test
    void rollingMethodsForgetWhatIsOlderThanTheirLookback() {
        VolatilityTracker tracker = fed(VolatilityTracker.rootMeanSquare(Duration.ofSeconds(15)));

        double expected = RealisedVolatility.rootMeanSquare(
                        RealisedVolatilityTest.returns(100.15, 100.3, 100.28, 100.4), 5)
                .perRootSecond();
        near(tracker.estimate().orElseThrow().volatility().perRootSecond(), expected);
    }

    @Test
    void bipowerTakesNoProductAcrossAGap() {
        VolatilityTracker tracker =
                VolatilityTracker.bipower(Duration.ofHours(1)).minSamples(1).build();
        double[] seconds = {0, 5, 10, 40, 45, 50, 51};
        double[] prices = {100, 101, 102, 200, 202, 204, 204};

        for (int i = 0; i < prices.length; i++) {
            tracker.add(second(seconds[i]), prices[i]);
        }

        // The last tick before the gap has no grid time of its own after it: 5 s to 10 s was not closed.
        assertThat(tracker.estimate().orElseThrow().samples()).isEqualTo(1);
    }

    @Test
    void aYoungExponentialMeanIsTheWeightedMeanOfWhatCame() {
        VolatilityTracker tracker = fed(VolatilityTracker.ewma(Duration.ofMinutes(1)));

        double[] r = RealisedVolatilityTest.returns(PRICES);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < r.length; i++) {
            double weight = Math.pow(2, -(r.length - 1 - i) * 5 / 60.0);
            top += weight * r[i] * r[i] / 5;
            bottom += weight;
        }
        near(tracker.estimate().orElseThrow().volatility().variance(), top / bottom);
    }

    @Test
    void tooFewReturnsAreNoEstimate() {
        VolatilityTracker tracker =
                VolatilityTracker.ewma(Duration.ofMinutes(2)).minSamples(2).build();

        tracker.add(second(0), 100);
        tracker.add(second(5), 101);
        tracker.add(second(6), 101);
        assertThat(tracker.estimate()).isEmpty();

        tracker.add(second(11), 102);
        assertThat(tracker.estimate()).isPresent();
    }

    @Test
    void stepAndGapCanBeChosen() {
        VolatilityTracker tracker = VolatilityTracker.rootMeanSquare(Duration.ofHours(1))
                .step(Duration.ofSeconds(1))
                .maxGap(Duration.ofSeconds(2))
                .minSamples(1)
                .build();

        tracker.add(second(0), 100);
        tracker.add(second(1), 101);
        tracker.add(second(1.5), 101);
        tracker.add(second(4), 150);
        tracker.add(second(4.5), 150);

        assertThat(tracker.estimate().orElseThrow().samples()).isEqualTo(1);
    }

    @Test
    void aBuilderMakesTrackersThatShareNothing() {
        VolatilityTracker.Builder builder =
                VolatilityTracker.ewma(Duration.ofMinutes(2)).minSamples(1);
        VolatilityTracker fed = fed(builder);

        assertThat(builder.build().estimate()).isEmpty();
        assertThat(fed.estimate()).isPresent();
    }

    @Test
    void badTicksAndBackwardTimeAreRefused() {
        grid.add(second(5), 100);

        assertThatIllegalArgumentException().isThrownBy(() -> grid.add(second(4), 100));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.add(second(6), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.add(second(6), 0));
    }
}
