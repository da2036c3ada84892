package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Where;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a fault strikes, as keys and texts. */
final class WhereText {
    static final List<String> KEYS = List.of(
            "api", "method", "path", "account", "market", "token", "order", "side", "type", "channel", "event",
            "socket");

    private WhereText() {}

    static Where set(Where where, String key, String value) {
        return switch (key) {
            case "api" -> where.api(constant(Api.class, key, value));
            case "method" -> where.method(oneOf(key, value, "GET", "POST", "DELETE", "PUT"));
            case "path" -> where.path(beginning(key, value));
            case "account" -> where.account(value);
            case "market" -> where.market(value);
            case "token" -> where.token(value);
            case "order" -> where.order(value.toLowerCase(Locale.ROOT));
            case "side" -> where.side(oneOf(key, value, "BUY", "SELL"));
            case "type" -> where.type(oneOf(key, value, "GTC", "GTD", "FOK", "FAK"));
            case "channel" -> where.channel(constant(Channel.class, key, value));
            case "event" -> where.event(value);
            case "socket" -> where.socket(number(key, value));
            default -> throw new IllegalArgumentException("where: found '" + key + "', allowed " + KEYS);
        };
    }

    static Map<String, String> texts(Where where) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "api", where.api());
        put(texts, "method", where.method());
        put(texts, "path", where.path());
        put(texts, "account", where.account());
        put(texts, "market", where.market());
        put(texts, "token", where.token());
        put(texts, "order", where.order());
        put(texts, "side", where.side());
        put(texts, "type", where.type());
        put(texts, "channel", where.channel());
        put(texts, "event", where.event());
        put(texts, "socket", where.socket());
        return texts;
    }

    private static void put(Map<String, String> texts, String key, @Nullable Object value) {
        if (value != null) {
            texts.put(key, value instanceof Enum<?> constant ? word(constant) : value.toString());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String key, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        key,
                        value,
                        Arrays.stream(type.getEnumConstants())
                                .map(WhereText::word)
                                .toList()));
    }

    private static String oneOf(String key, String value, String... allowed) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (!Arrays.asList(allowed).contains(upper)) {
            throw refused(key, value, Arrays.asList(allowed));
        }
        return upper;
    }

    private static String beginning(String key, String value) {
        if (!value.startsWith("/")) {
            throw refused(key, value, List.of("a path with a slash in front"));
        }
        return value;
    }

    private static long number(String key, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw refused(key, value, List.of("a number from 1"));
        }
    }

    private static IllegalArgumentException refused(String key, String value, List<String> allowed) {
        return new IllegalArgumentException(
                "where: " + key + ": found '" + value + "', allowed " + String.join(", ", allowed));
    }
}
