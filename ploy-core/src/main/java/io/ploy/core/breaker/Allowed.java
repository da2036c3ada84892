package io.ploy.core.breaker;

import java.time.Duration;

/** Checks of settings that name the key, what was found and what is allowed. */
final class Allowed {
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Allowed() {}

    static void count(String key, int found, int least, int most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(key + ": found " + found + ", allowed " + least + " to " + most);
        }
    }

    static void duration(String key, Duration found) {
        duration(key, found, MILLI, DAY);
    }

    static void duration(String key, Duration found, Duration least, Duration most) {
        if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    key + ": found " + seconds(found) + ", allowed " + seconds(least) + " to " + seconds(most));
        }
    }

    static void notAbove(String key, Duration found, Duration most) {
        if (found.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + ": found " + seconds(found) + ", allowed up to " + seconds(most));
        }
    }

    static void micros(String key, long found, String unit) {
        if (found <= 0) {
            throw new IllegalArgumentException(key + ": found " + found + " micro-" + unit + ", allowed above 0");
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1_000.0 + " s";
    }
}
