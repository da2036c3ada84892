package io.ploy.connectors.polymarket.http;

import java.time.Duration;

/**
 * When a host that fails is left alone for a while. Each host has a breaker of its own.
 *
 * @param calls how many of the last requests count
 * @param minimum how many there must be before the breaker may open
 * @param failurePercent of those that failed: no connection, no answer, 5xx, unreadable
 * @param open how long nothing is sent
 * @param trials how many requests then find out whether the host is back
 * @param cancelsAlways whether cancels go out all the same
 */
public record BreakerSettings(
        int calls, int minimum, int failurePercent, Duration open, int trials, boolean cancelsAlways) {
    /** Checks all. */
    public BreakerSettings {
        if (calls < 1 || minimum < 1 || minimum > calls) {
            throw new IllegalArgumentException(
                    "the breaker must see at least one call and no more than it counts: " + minimum + " of " + calls);
        }
        if (failurePercent < 1 || failurePercent > 100) {
            throw new IllegalArgumentException("the breaker opens at 1 to 100 percent failures: " + failurePercent);
        }
        if (open.toMillis() < 1) {
            throw new IllegalArgumentException("the breaker must stay open for a millisecond or more: " + open);
        }
        if (trials < 1) {
            throw new IllegalArgumentException("there must be at least one trial: " + trials);
        }
    }

    /** Opens for five seconds when half of the last twenty failed, but not before eight; cancels go out all the same. */
    public static BreakerSettings defaults() {
        return new BreakerSettings(20, 8, 50, Duration.ofSeconds(5), 2, true);
    }
}
