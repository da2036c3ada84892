package io.ploy.core.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void samplesOfOneSecondAreOnePoint() {
        Curve curve = new Curve(4);
        curve.add(1_000, 5, 0);
        curve.add(1_500, 9, 1);
        curve.add(1_999, 2, 7);
        curve.add(2_000, 3, 6);

        List<CurvePoint> points = curve.points(100);

        assertThat(points).hasSize(2);
        assertThat(points.get(0).from().toEpochMilli()).isEqualTo(1_000);
        assertThat(points.get(0).last()).isEqualTo(102);
        assertThat(points.get(0).lowest()).isEqualTo(102);
        assertThat(points.get(0).highest()).isEqualTo(109);
        assertThat(points.get(0).drawdown()).isEqualTo(7);
    }

    @Test
    void aCurveStaysBoundedAndKeepsItsExtremes() {
        SplittableRandom random = new SplittableRandom(3);
        Curve curve = new Curve(64);
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long deepest = 0;
        long value = 0;
        long now = 0;
        for (int i = 0; i < 100_000; i++) {
            now += random.nextLong(5_000);
            value += random.nextLong(-10, 11);
            long drawdown = random.nextLong(1_000_000);
            curve.add(now, value, drawdown);
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            deepest = Math.max(deepest, drawdown);
        }

        List<CurvePoint> points = curve.points(0);

        assertThat(points).hasSizeBetween(32, 64);
        assertThat(points.stream().mapToLong(CurvePoint::lowest).min()).hasValue(lowest);
        assertThat(points.stream().mapToLong(CurvePoint::highest).max()).hasValue(highest);
        assertThat(points.stream().mapToLong(CurvePoint::drawdown).max()).hasValue(deepest);
        assertThat(points.get(points.size() - 1).last()).isEqualTo(value);
        assertThat(points).isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
    }
}
