package io.ploy.host;

import io.ploy.core.history.HistoryQuery;
import io.ploy.host.console.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows a person wants. */
final class HistoryOptions {
    @Option(names = "--order", paramLabel = "ID", description = "Only this order, by our name or the venue's.")
    private @Nullable String order;

    @Option(names = "--market", paramLabel = "ID", description = "Only this market, by its id or slug.")
    private @Nullable String market;

    @Option(names = "--strategy", paramLabel = "NAME", description = "Only this strategy.")
    private @Nullable String strategy;

    @Option(names = "--instrument", paramLabel = "ID", description = "Only this instrument, such as polymarket:123.")
    private @Nullable String instrument;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Not before this time in UTC: 2026-01-05 or 2026-01-05T12:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time in UTC.")
    private @Nullable String to;

    HistoryQuery query(int limit) {
        return new HistoryQuery(order, market, strategy, instrument, time("--from", from), time("--to", to), limit);
    }

    /** Reads a time, or null. */
    static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-01-05".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw CommandFailure.badInput(
                    option + " takes a time in UTC such as 2026-01-05 or 2026-01-05T12:00:00Z; found '" + text + "'.",
                    e);
        }
    }
}
