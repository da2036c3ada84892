package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exponentially weighted mean over irregular times: x ← x + a(v − x), a = 1 − 2^(−Δt/halfLife). The first value is
 * the first mean.
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class Ewma {
    private final double halfLifeSeconds;
    private @Nullable Instant last;
    private double mean;

    /**
     * Starts empty.
     *
     * @param halfLife after which a value counts half, above zero
     * @throws IllegalArgumentException if not above zero
     */
    public Ewma(Duration halfLife) {
        halfLifeSeconds = Arguments.positive("half-life in seconds", halfLife.toNanos() / 1e9);
    }

    /**
     * Adds a value.
     *
     * @param at its time, not before the last one's
     * @param value any finite number
     * @return the mean with it
     * @throws IllegalArgumentException for NaN, infinity and time running backwards
     */
    public double add(Instant at, double value) {
        Arguments.finite("value", value);
        if (last == null) {
            mean = value;
        } else {
            Decay.forward(last, at);
            mean += (1 - Decay.kept(Decay.seconds(last, at), halfLifeSeconds)) * (value - mean);
        }
        last = at;
        return mean;
    }

    /**
     * Whether nothing was added yet.
     *
     * @return true while there is no mean
     */
    public boolean isEmpty() {
        return last == null;
    }

    /**
     * The mean.
     *
     * @return of what was added
     * @throws IllegalStateException while empty
     */
    public double mean() {
        if (last == null) {
            throw new IllegalStateException("no value was added");
        }
        return mean;
    }
}
