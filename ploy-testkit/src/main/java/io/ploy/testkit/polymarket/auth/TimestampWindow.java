package io.ploy.testkit.polymarket.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How far a request's time may be from the venue's. The venue does not say how far it lets it be; a minute is what a client
 * with a clock in order never leaves.
 *
 * @param now the venue's time
 * @param tolerance how far, before or after
 */
public record TimestampWindow(Supplier<Instant> now, Duration tolerance) {
    /** What is allowed where nothing else is asked for. */
    public static final Duration USUAL = Duration.ofSeconds(60);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /**
     * Refuses a tolerance below zero.
     *
     * @throws IllegalArgumentException if it is
     */
    public TimestampWindow {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance of timestamps below zero: " + tolerance);
        }
    }

    /** Whether a time in unix seconds is near enough; false if it is no number. */
    boolean holds(String seconds) {
        return SECONDS.matcher(seconds).matches()
                && Math.abs(now.get().getEpochSecond() - Long.parseLong(seconds)) <= tolerance.toSeconds();
    }
}
