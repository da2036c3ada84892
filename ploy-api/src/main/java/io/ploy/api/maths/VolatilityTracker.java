package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures volatility from ticks of one source as they come. Ticks are put on a grid of 5 s (so that the last digit of
 * a price does not count as movement), a gap of more than 10 s breaks the chain, and fewer than 60 returns are no
 * estimate; a {@link Builder} changes each.
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class VolatilityTracker {
    private final Method method;
    private final double stepSeconds;
    private final long minSamples;
    private final LogReturns returns;
    private @Nullable Instant asOf;

    private VolatilityTracker(Builder builder) {
        method = builder.method.get();
        stepSeconds = builder.step.toNanos() / 1e9;
        minSamples = builder.minSamples;
        returns = new LogReturns(builder.step, builder.maxGap, this::onReturn);
    }

    /**
     * Recent returns count more: v ← (1−a)·v + a·r²/δ with a = 1 − 2^(−Δt/halfLife). While young it is the weighted mean
     * of what came so far, so that the first return has no lasting say.
     *
     * @param halfLife after which a return counts half, above zero
     * @return a builder
     */
    public static Builder ewma(Duration halfLife) {
        double halfLifeSeconds = seconds(halfLife);
        return new Builder(() -> new Exponential(halfLifeSeconds));
    }

    /**
     * √(Σ r² / (n·δ)) over the returns of the last so long.
     *
     * @param lookback how far back, above zero
     * @return a builder
     */
    public static Builder rootMeanSquare(Duration lookback) {
        double lookbackSeconds = seconds(lookback);
        return new Builder(() -> new Rolling(lookbackSeconds, false));
    }

    /**
     * As {@link #rootMeanSquare}, from products of neighbouring returns, so that a single jump does not dominate.
     *
     * @param lookback how far back, above zero
     * @return a builder
     */
    public static Builder bipower(Duration lookback) {
        double lookbackSeconds = seconds(lookback);
        return new Builder(() -> new Rolling(lookbackSeconds, true));
    }

    private static double seconds(Duration duration) {
        return Arguments.positive("duration in seconds", duration.toNanos() / 1e9);
    }

    /**
     * Adds a tick.
     *
     * @param at when the price was valid, not before the last tick
     * @param price above 0
     * @throws IllegalArgumentException for NaN, a price of zero or less, and time running backwards
     */
    public void add(Instant at, double price) {
        returns.add(at, price);
    }

    /**
     * The volatility as of the last return.
     *
     * @return absent while there are too few returns
     */
    public Optional<VolatilityEstimate> estimate() {
        long samples = method.samples();
        if (asOf == null || samples < minSamples) {
            return Optional.empty();
        }
        return Optional.of(new VolatilityEstimate(Volatility.ofVariance(method.variance()), samples, asOf));
    }

    private void onReturn(Instant end, double logReturn, boolean consecutive) {
        method.add(end, logReturn, stepSeconds, consecutive);
        asOf = end;
    }

    private interface Method {
        void add(Instant end, double logReturn, double stepSeconds, boolean consecutive);

        long samples();

        double variance();
    }

    private static final class Exponential implements Method {
        private final double halfLifeSeconds;
        private @Nullable Instant last;
        private double variance;
        private double untold = 1;
        private long samples;

        Exponential(double halfLifeSeconds) {
            this.halfLifeSeconds = halfLifeSeconds;
        }

        @Override
        public void add(Instant end, double logReturn, double stepSeconds, boolean consecutive) {
            double since = last == null ? stepSeconds : Decay.seconds(last, end);
            variance = RealisedVolatility.ewmaVariance(variance, logReturn, stepSeconds, since, halfLifeSeconds);
            untold *= Decay.kept(since, halfLifeSeconds);
            last = end;
            samples++;
        }

        @Override
        public long samples() {
            return samples;
        }

        @Override
        public double variance() {
            return variance / (1 - untold);
        }
    }

    private static final class Rolling implements Method {
        private final double lookbackSeconds;
        private final boolean bipower;
        private final Deque<Sample> samples = new ArrayDeque<>();
        private double before;

        Rolling(double lookbackSeconds, boolean bipower) {
            this.lookbackSeconds = lookbackSeconds;
            this.bipower = bipower;
        }

        @Override
        public void add(Instant end, double logReturn, double stepSeconds, boolean consecutive) {
            double size = Math.abs(logReturn);
            if (!bipower) {
                samples.addLast(new Sample(end, size * size / stepSeconds));
            } else if (consecutive) {
                samples.addLast(new Sample(end, Math.PI / 2 * size * before / stepSeconds));
            }
            before = size;
            while (!samples.isEmpty() && Decay.seconds(samples.getFirst().end, end) >= lookbackSeconds) {
                samples.removeFirst();
            }
        }

        @Override
        public long samples() {
            return samples.size();
        }

        @Override
        public double variance() {
            double sum = 0;
            for (Sample sample : samples) {
                sum += sample.variance;
            }
            return sum / samples.size();
        }

        private record Sample(Instant end, double variance) {}
    }

    /** Collects settings. Not thread-safe. */
    @Experimental
    public static final class Builder {
        private final Supplier<Method> method;
        private Duration step = Duration.ofSeconds(5);
        private Duration maxGap = Duration.ofSeconds(10);
        private long minSamples = 60;

        private Builder(Supplier<Method> method) {
            this.method = method;
        }

        /**
         * Sets the spacing of the returns.
         *
         * @param value 1 ms to 1 day
         * @return this
         */
        public Builder step(Duration value) {
            step = value;
            return this;
        }

        /**
         * Sets the longest time between ticks that does not break the chain.
         *
         * @param value above zero
         * @return this
         */
        public Builder maxGap(Duration value) {
            maxGap = value;
            return this;
        }

        /**
         * Sets how many returns an estimate needs.
         *
         * @param value 1 or more
         * @return this
         * @throws IllegalArgumentException if below 1
         */
        public Builder minSamples(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("an estimate needs a sample: " + value);
            }
            minSamples = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return a tracker without ticks
         * @throws IllegalArgumentException if a duration is out of range
         */
        public VolatilityTracker build() {
            return new VolatilityTracker(this);
        }
    }
}
