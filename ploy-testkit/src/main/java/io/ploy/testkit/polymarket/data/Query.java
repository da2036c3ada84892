package io.ploy.testkit.polymarket.data;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was asked of the indexer. Both versions' spellings are taken; what cannot be read is refused with status 400. */
final class Query {
    private static final int MOST_CONDITIONS = 20;

    private final WireRequest request;

    Query(WireRequest request) {
        this.request = request;
    }

    boolean has(String name) {
        return !text(name, "").isEmpty();
    }

    String text(String name, String usual) {
        return request.parameter(name)
                .or(() -> request.parameter(camel(name)))
                .filter(text -> !text.isEmpty())
                .orElse(usual);
    }

    List<String> list(String name) {
        String text = text(name, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }

    /** The conditions asked for; none means all. */
    List<String> conditions(String name) {
        List<String> conditions = list(name);
        if (conditions.size() > MOST_CONDITIONS) {
            throw refused(name, "at most " + MOST_CONDITIONS + " conditions");
        }
        return conditions.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    Address user() {
        try {
            return new Address(text("user", ""));
        } catch (IllegalArgumentException e) {
            throw refused("user", "an address");
        }
    }

    int count(String name, int usual, int most) {
        try {
            int value = Integer.parseInt(text(name, Integer.toString(usual)));
            if (value >= 0) {
                return Math.min(value, most);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a negative number is.
        }
        throw refused(name, "a count");
    }

    Instant time(String name, Instant usual) {
        String text = text(name, "");
        try {
            return text.isEmpty() ? usual : Instant.ofEpochSecond(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw refused(name, "seconds since 1970");
        }
    }

    long micros(String name, String usual) {
        try {
            return FixedPoint.parse(text(name, usual));
        } catch (IllegalArgumentException e) {
            throw refused(name, "a number");
        }
    }

    boolean flag(String name, boolean usual) {
        return Boolean.parseBoolean(text(name, Boolean.toString(usual)));
    }

    RefusedException refused(String name, String wanted) {
        return refusal(400, "invalid_parameter", name + " must be " + wanted);
    }

    static RefusedException refusal(int status, String code, String problem) {
        return new RefusedException(
                problem,
                WireAnswer.json(
                        status,
                        "{\"error\":\"" + problem + "\",\"code\":\"" + code
                                + "\",\"retryable\":false,\"trace_id\":\"simulated\"}"));
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
