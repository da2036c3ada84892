package io.ploy.connectors.polymarket.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Moments as the venue writes them. */
final class Times {
    /** Seconds below it, milliseconds from it: the year 5138 or the year 1973. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final long END_OF_MILLIS = 100_000_000_000_000L;

    /** {@code 2026-01-31T12:00:00.123456Z}, with a blank for the T, without seconds, or with {@code +00} for the Z. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /**
     * Seconds or milliseconds of the epoch, which their size tells apart.
     *
     * @throws DateTimeException if it can be neither
     */
    static Instant ofEpoch(long number) {
        if (number < 0 || number >= END_OF_MILLIS) {
            throw new DateTimeException("neither seconds nor milliseconds since 1970");
        }
        return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    /**
     * A date with a time of day, or a date alone, which means its start in UTC.
     *
     * @throws DateTimeException if it is neither
     */
    static Instant ofText(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        TemporalAccessor read = ISO.parse(text);
        if (!read.isSupported(ChronoField.OFFSET_SECONDS)) {
            throw new DateTimeException("it names no offset from UTC");
        }
        return OffsetDateTime.from(read).toInstant();
    }
}
