package io.ploy.core.deployment;

import java.time.Duration;

/** Lengths of time for people. */
final class TimeWords {
    private TimeWords() {}

    /** Whole days or hours where it is that, else as ISO has it. */
    static String of(Duration length) {
        if (!length.isZero() && length.equals(Duration.ofDays(length.toDays()))) {
            return count(length.toDays(), "day");
        }
        return length.equals(Duration.ofHours(length.toHours())) ? count(length.toHours(), "hour") : length.toString();
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
