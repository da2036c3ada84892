package io.ploy.core.performance;

import io.ploy.api.money.FixedPoint;
import java.time.Duration;

/**
 * What performance is measured with.
 *
 * @param markGrace how long the last trusted mark counts after its book is no longer trusted; 0 or more
 * @param marksEvery how often marks are recorded at most, for the next run; above 0
 * @param lockHaircutMicros what is taken off each USD that is certain but locked until an event ends; micros, 0 to 1,000,000
 * @param peakStepMicros by how much equity must pass its peak for the peak to rise, which bounds the records; above 0
 * @param lossWindow over which a fast loss is measured; above 0
 * @param curvePoints how many points a curve has at most; even, at least 2
 */
public record PerformanceSettings(
        Duration markGrace,
        Duration marksEvery,
        long lockHaircutMicros,
        long peakStepMicros,
        Duration lossWindow,
        int curvePoints) {
    /** Checks the ranges. */
    public PerformanceSettings {
        check(!markGrace.isNegative(), "markGrace", markGrace);
        check(!marksEvery.isNegative() && !marksEvery.isZero(), "marksEvery", marksEvery);
        check(lockHaircutMicros >= 0 && lockHaircutMicros <= FixedPoint.ONE, "lockHaircutMicros", lockHaircutMicros);
        check(peakStepMicros > 0, "peakStepMicros", peakStepMicros);
        check(!lossWindow.isNegative() && !lossWindow.isZero(), "lossWindow", lossWindow);
        check(curvePoints >= 2 && curvePoints % 2 == 0, "curvePoints", curvePoints);
    }

    private static void check(boolean legal, String name, Object value) {
        if (!legal) {
            throw new IllegalArgumentException(name + " is out of range: " + value);
        }
    }

    /**
     * One minute of grace, no haircut, peaks to the cent, five minutes of window.
     *
     * @return what is used where nothing else is said
     */
    public static PerformanceSettings usual() {
        return new PerformanceSettings(
                Duration.ofSeconds(60), Duration.ofSeconds(60), 0, FixedPoint.ONE / 100, Duration.ofMinutes(5), 512);
    }
}
