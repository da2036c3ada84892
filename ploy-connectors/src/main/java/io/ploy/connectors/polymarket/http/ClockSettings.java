package io.ploy.connectors.polymarket.http;

import java.time.Duration;

/**
 * How the venue's time is followed. Proofs carry it, and the venue turns away what is too old or from the future.
 *
 * @param every how often it is asked for; zero never to ask and to trust the machine's clock
 * @param roundTrip the longest a question may take for its answer to count
 * @param largest the largest difference that is believed
 */
public record ClockSettings(Duration every, Duration roundTrip, Duration largest) {
    /** Checks all. */
    public ClockSettings {
        if (every.isNegative()) {
            throw new IllegalArgumentException("the time between two questions must not be negative: " + every);
        }
        if (roundTrip.isNegative() || roundTrip.isZero() || largest.isNegative() || largest.isZero()) {
            throw new IllegalArgumentException("the longest round trip and the largest difference must be positive: "
                    + roundTrip + ", " + largest);
        }
    }

    /** Asks every minute. */
    public static ClockSettings defaults() {
        return new ClockSettings(Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofHours(1));
    }

    /** Trusts the machine's clock. */
    public static ClockSettings off() {
        return new ClockSettings(Duration.ZERO, Duration.ofSeconds(2), Duration.ofHours(1));
    }

    boolean isOn() {
        return !every.isZero();
    }
}
