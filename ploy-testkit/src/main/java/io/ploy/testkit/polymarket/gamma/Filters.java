package io.ploy.testkit.polymarket.gamma;

import io.ploy.api.money.FixedPoint;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of a listing, as they were asked for. What cannot be read is refused with status 422. */
final class Filters {
    private static final int UNPROCESSABLE = 422;

    private final WireRequest request;

    Filters(WireRequest request) {
        this.request = request;
    }

    /** Whether a value is among those asked for; anything is where nothing was asked for. */
    boolean has(String name, String value) {
        List<String> wanted = list(name);
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    /** Whether any of the values is among those asked for; anything is where nothing was asked for. */
    boolean hasAny(String name, List<String> values) {
        List<String> wanted = list(name);
        return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
    }

    /** Whether a flag is as asked for; either is where nothing was asked for. */
    boolean is(String name, boolean value) {
        return is(name, value, null);
    }

    boolean is(String name, boolean value, @Nullable Boolean usual) {
        String text = request.parameter(name).orElse("");
        if (text.isEmpty()) {
            return usual == null || usual == value;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(name, text, "true or false");
        }
        return Boolean.parseBoolean(text) == value;
    }

    /** Whether an amount is within the bounds asked for. */
    boolean within(String name, long micros) {
        return micros >= amount(name + "_min", Long.MIN_VALUE) && micros <= amount(name + "_max", Long.MAX_VALUE);
    }

    /** Whether a time is within the bounds asked for. */
    boolean within(String name, Instant time) {
        return !time.isBefore(date(name + "_min", Instant.MIN)) && !time.isAfter(date(name + "_max", Instant.MAX));
    }

    /** Whether a text holds the words asked for. */
    boolean mentions(String name, String text) {
        return text.toLowerCase(Locale.ROOT)
                .contains(request.parameter(name).orElse("").toLowerCase(Locale.ROOT));
    }

    boolean isAsked(String name) {
        return !list(name).isEmpty();
    }

    String text(String name, String usual) {
        return request.parameter(name).filter(text -> !text.isEmpty()).orElse(usual);
    }

    int count(String name, int usual, int most) {
        String text = text(name, Integer.toString(usual));
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return Math.min(value, most);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a negative number is.
        }
        throw refused(name, text, "a count");
    }

    private List<String> list(String name) {
        return request.query().getOrDefault(name, List.of());
    }

    private long amount(String name, long usual) {
        String text = text(name, "");
        if (text.isEmpty()) {
            return usual;
        }
        try {
            return FixedPoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(name, text, "a number");
        }
    }

    private Instant date(String name, Instant usual) {
        String text = text(name, "");
        if (text.isEmpty()) {
            return usual;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(name, text, "a date");
        }
    }

    private static RefusedException refused(String name, String text, String wanted) {
        return new RefusedException(UNPROCESSABLE, name + ": found '" + text + "', expected " + wanted);
    }

    static RefusedException refused(String problem) {
        return new RefusedException(UNPROCESSABLE, problem);
    }
}
