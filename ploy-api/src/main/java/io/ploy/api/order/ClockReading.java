package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Duration;
import java.time.Instant;

/**
 * A venue's clock beside ours, as it was read once.
 *
 * @param ahead what the venue's clock is ahead of ours; negative if it is behind
 * @param uncertainty by how much that may be wrong either way, not negative: an answer takes its time, and a venue may leave out
 *     the parts of a second
 * @param at when it was read, by our clock
 */
@Experimental
public record ClockReading(Duration ahead, Duration uncertainty, Instant at) {
    /** Checks the uncertainty. */
    public ClockReading {
        if (uncertainty.isNegative()) {
            throw new IllegalArgumentException("uncertainty below zero: " + uncertainty);
        }
    }

    /**
     * How far the clocks are apart at least.
     *
     * @return zero if they could be the same
     */
    public Duration leastDifference() {
        Duration least = ahead.abs().minus(uncertainty);
        return least.isNegative() ? Duration.ZERO : least;
    }
}
