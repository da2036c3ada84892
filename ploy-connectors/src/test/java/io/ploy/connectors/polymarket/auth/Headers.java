package io.ploy.connectors.polymarket.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.connectors.polymarket.http.Authorization;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an authorization puts on a request. */
final class Headers {
    private Headers() {}

    static Map<String, String> of(Authorization by, String method, String path, String body, long seconds) {
        Map<String, String> headers = new LinkedHashMap<>();
        by.sign(method, path, body.getBytes(StandardCharsets.UTF_8), seconds, (name, value) -> {
            if (headers.put(name, value) != null) {
                throw new IllegalStateException("twice: " + name);
            }
        });
        return headers;
    }

    static Map<String, String> of(JsonNode expected) {
        Map<String, String> headers = new LinkedHashMap<>();
        expected.properties()
                .forEach(
                        member -> headers.put(member.getKey(), member.getValue().asText()));
        return headers;
    }
}
