package io.ploy.host.deployment;

import io.ploy.host.console.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Until when data were looked at to choose the parameters. */
public final class FittingData {
    private static final String NEVER = "never";

    private final boolean isKnown;
    private final @Nullable Instant until;

    private FittingData(boolean isKnown, @Nullable Instant until) {
        this.isKnown = isKnown;
        this.until = until;
    }

    /**
     * Reads what somebody says of it.
     *
     * @param text a day or a time in UTC, {@code never} if parameters were not fitted, or null if nobody said
     * @throws CommandFailure if it is none of these
     */
    public static FittingData parse(@Nullable String text) {
        if (text == null) {
            return new FittingData(false, null);
        }
        if (NEVER.equals(text)) {
            return new FittingData(true, null);
        }
        try {
            return new FittingData(
                    true,
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            throw CommandFailure.badInput(
                    "--fitted-until takes a day or a time in UTC, such as 2026-01-05 or 2026-01-05T12:00:00Z, or never;"
                            + " found '" + text + "'.",
                    e);
        }
    }

    /** Which part of a period lies after it, 0 to 1; absent if nobody said. */
    OptionalDouble outOfSample(Instant from, Instant to) {
        if (!isKnown) {
            return OptionalDouble.empty();
        }
        if (until == null || !until.isAfter(from)) {
            return OptionalDouble.of(1);
        }
        return until.isBefore(to) ? OptionalDouble.of(seconds(until, to) / seconds(from, to)) : OptionalDouble.of(0);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
