package io.ploy.testkit.polymarket.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be sent back.
 *
 * @param status HTTP status
 * @param headers by name, content type included, in the order given
 * @param body sent as UTF-8
 */
public record WireAnswer(int status, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=utf-8";

    /** Copies the headers, in their order, so that logs of equal runs are equal. */
    public WireAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * JSON with status 200.
     *
     * @param json the text
     * @return the answer
     */
    public static WireAnswer json(String json) {
        return json(200, json);
    }

    /**
     * JSON.
     *
     * @param status HTTP status
     * @param json the text
     * @return the answer
     */
    public static WireAnswer json(int status, String json) {
        return new WireAnswer(status, Map.of("Content-Type", JSON), json);
    }

    /**
     * Adds a header.
     *
     * @param name which
     * @param value what it says
     * @return an answer with it
     */
    public WireAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireAnswer(status, more, body);
    }
}
