package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.money.FixedPoint;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reading small JSON objects member by member. Errors name the member. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    static final JsonFactory FACTORY = MAPPER.getFactory();

    /** Beyond it, writing a number out plainly could fill the memory. */
    private static final int MOST_DECIMALS = 40;

    private Json() {}

    /** Reads the object, list or value the parser is at. */
    static JsonNode tree(JsonParser in) throws IOException {
        JsonNode node = MAPPER.readTree(in);
        if (node == null) {
            throw new IOException("nothing there");
        }
        return node;
    }

    /** Refuses anything after the value the parser is at the end of. */
    static void atEnd(JsonParser in) throws IOException {
        JsonToken more = in.nextToken();
        if (more != null) {
            throw new IOException("goes on after its end with " + more);
        }
    }

    static JsonNode member(JsonNode of, String name) {
        JsonNode value = of.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }

    static @Nullable JsonNode optional(JsonNode of, String name) {
        JsonNode value = of.get(name);
        return value == null || value.isNull() ? null : value;
    }

    static String text(JsonNode of, String name) {
        JsonNode value = member(of, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + name + "' is no text: " + value);
        }
        return value.textValue();
    }

    static String text(JsonNode of, String name, String otherwise) {
        return optional(of, name) == null ? otherwise : text(of, name);
    }

    /** A decimal number written as text or as a number, in micros. */
    static long micros(JsonNode of, String name) {
        JsonNode value = member(of, name);
        if (!value.isTextual() && !value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' is no number: " + value);
        }
        if (value.isNumber() && Math.abs((long) value.decimalValue().scale()) > MOST_DECIMALS) {
            throw new IllegalArgumentException("'" + name + "' is out of range");
        }
        try {
            return FixedPoint.parse(
                    value.isTextual() ? value.textValue() : value.decimalValue().toPlainString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "': " + e.getMessage(), e);
        }
    }

    static long whole(JsonNode of, String name) {
        JsonNode value = member(of, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' is no whole number: " + value);
        }
        return value.longValue();
    }

    static boolean bool(JsonNode of, String name, boolean otherwise) {
        JsonNode value = optional(of, name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("'" + name + "' is neither true nor false: " + value);
        }
        return value.booleanValue();
    }

    static Instant instant(JsonNode of, String name) {
        String text = text(of, name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no time such as 2026-01-31T12:00:00Z: '" + text + "'", e);
        }
    }
}
