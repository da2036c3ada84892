package io.ploy.api.signal;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * A number from outside that strategies may use.
 *
 * @param source who says so
 * @param name what it is about
 * @param value the number, finite
 * @param at when it was valid
 * @param expiresAt when it is too old to use
 */
@Experimental
public record Signal(String source, String name, double value, Instant at, Instant expiresAt) {
    /** Refuses numbers that are not. */
    public Signal {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("signal " + name + " of " + source + " is not a number: " + value);
        }
    }
}
