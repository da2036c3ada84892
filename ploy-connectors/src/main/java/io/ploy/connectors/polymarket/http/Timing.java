package io.ploy.connectors.polymarket.http;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param deadline the whole call: waiting for its turn, attempts and pauses included
 * @param attempt one attempt of a request that may be repeated; a request that is sent once has the whole deadline
 */
public record Timing(Duration deadline, Duration attempt) {
    /** Checks both. */
    public Timing {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a deadline must be positive: " + deadline);
        }
        if (attempt.isNegative() || attempt.isZero() || attempt.compareTo(deadline) > 0) {
            throw new IllegalArgumentException("an attempt must take more than nothing and no more than the deadline "
                    + deadline + ": " + attempt);
        }
    }
}
