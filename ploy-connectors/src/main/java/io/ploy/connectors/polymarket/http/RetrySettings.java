package io.ploy.connectors.polymarket.http;

import java.time.Duration;

/**
 * How reads and cancels are repeated. What places orders or writes is never repeated.
 *
 * @param attempts at most, the first included
 * @param firstPause before the second attempt; each further one is twice as long
 * @param longestPause however often it failed
 * @param jitterPercent how much of a pause is left to chance, so that many clients do not come back together
 */
public record RetrySettings(int attempts, Duration firstPause, Duration longestPause, int jitterPercent) {
    /** Checks all. */
    public RetrySettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("there must be at least one attempt: " + attempts);
        }
        if (firstPause.toMillis() < 1 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "the first pause must be a millisecond or more and no longer than the longest: " + firstPause
                            + " and " + longestPause);
        }
        if (jitterPercent < 0 || jitterPercent > 100) {
            throw new IllegalArgumentException("0 to 100 percent of a pause may be left to chance: " + jitterPercent);
        }
    }

    /** Five attempts, a fifth of a second to five seconds apart. */
    public static RetrySettings defaults() {
        return new RetrySettings(5, Duration.ofMillis(200), Duration.ofSeconds(5), 50);
    }
}
