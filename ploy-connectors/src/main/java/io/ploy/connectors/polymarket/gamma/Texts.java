package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members in the forms the catalogue has for them: lists also inside text, empty text for nothing. */
final class Texts {
    private Texts() {}

    /** Text, or empty where there is none. */
    static String text(JsonObject in, String member) {
        return in.optional(member).map(JsonValue::text).orElse("");
    }

    /** A name, which may also be a whole number; empty where there is none. */
    static String id(JsonObject in, String member) {
        return in.filled(member).map(JsonValue::id).orElse("");
    }

    /** True only where it says so. */
    static boolean flag(JsonObject in, String member) {
        return in.filled(member).map(JsonValue::bool).orElse(false);
    }

    static @Nullable Boolean flagOrNull(JsonObject in, String member) {
        return in.filled(member).map(JsonValue::bool).orElse(null);
    }

    static @Nullable BigDecimal decimal(JsonObject in, String member) {
        return in.filled(member).map(JsonValue::decimal).orElse(null);
    }

    static @Nullable Instant time(JsonObject in, String member) {
        return in.filled(member).map(JsonValue::time).orElse(null);
    }

    /** A list, or a text that holds one. */
    static <T> List<T> list(JsonObject in, String member, Function<JsonValue, T> element) {
        return in.filled(member)
                .map(value -> value.isText() ? value.embedded() : value)
                .filter(value -> !value.isNull())
                .map(value -> value.list(element))
                .orElse(List.of());
    }
}
