package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import java.math.BigDecimal;
import java.time.Duration;

/** Times as scenarios write them. */
final class Durations {
    private static final Parameter<Duration> TEXT =
            Parameter.duration("time", "0").between("0", "100000h");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Durations() {}

    static Duration parse(String text) {
        try {
            return TEXT.parse(text);
        } catch (ParameterException e) {
            throw new IllegalArgumentException("found '" + text + "', allowed a time such as 250ms, 90s, 2m or 1h", e);
        }
    }

    /** The shortest text; parts of a millisecond are written as parts of a second. */
    static String text(Duration time) {
        long seconds = time.toSeconds();
        if (time.toNanos() % (NANOS_PER_MILLI * 1_000) == 0) {
            if (seconds > 0 && seconds % 3_600 == 0) {
                return seconds / 3_600 + "h";
            }
            return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
        return time.toNanos() % NANOS_PER_MILLI == 0
                ? time.toMillis() + "ms"
                : BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }
}
