package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes a request of what Undertow read. */
final class RequestReader {
    private final AtomicLong count = new AtomicLong();

    WireRequest read(HttpServerExchange exchange, byte[] body) {
        String path = exchange.getRequestPath();
        Api api = api(path);
        String below = path.substring(api.prefix().length());
        return new WireRequest(
                count.incrementAndGet(),
                api,
                exchange.getRequestMethod().toString().toUpperCase(Locale.ROOT),
                below.isEmpty() ? "/" : below,
                QueryText.read(exchange.getQueryString()),
                headers(exchange),
                new String(body, StandardCharsets.UTF_8),
                Remote.name(exchange.getSourceAddress()));
    }

    private static Map<String, String> headers(HttpServerExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), values.getLast());
        }
        return headers;
    }

    private static Api api(String path) {
        for (Api api : Api.values()) {
            String prefix = api.prefix();
            if (!prefix.isEmpty()
                    && path.startsWith(prefix)
                    && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return api;
            }
        }
        return Api.CLOB;
    }
}
