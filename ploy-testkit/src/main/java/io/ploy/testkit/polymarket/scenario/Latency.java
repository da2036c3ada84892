package io.ploy.testkit.polymarket.scenario;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long answers take, log-normally distributed.
 *
 * @param p50 half of them are faster
 * @param p99 one in a hundred is slower
 */
public record Latency(Duration p50, Duration p99) {
    /** At once. */
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    /** How many standard deviations lie below the 99th percentile of a normal distribution. */
    private static final double Z99 = 2.3263478740408408;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if a time is below zero or the second smaller than the first
     */
    public Latency {
        if (p50.isNegative() || p99.compareTo(p50) < 0 || (p50.isZero() && !p99.isZero())) {
            throw new IllegalArgumentException("latency: p50 " + p50 + ", p99 " + p99 + "; allowed 0 < p50 <= p99");
        }
    }

    /** One of them. */
    Duration draw(SplittableRandom random) {
        if (p50.isZero()) {
            return Duration.ZERO;
        }
        double mean = Math.log((double) p50.toNanos());
        double deviation = (Math.log((double) p99.toNanos()) - mean) / Z99;
        long nanos = (long) Math.exp(mean + deviation * random.nextGaussian());
        return nanos > LONGEST.toNanos() ? LONGEST : Duration.ofNanos(nanos);
    }
}
