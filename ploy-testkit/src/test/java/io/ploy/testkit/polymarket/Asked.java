package io.ploy.testkit.polymarket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests handed to a service as its server would, without one. */
public final class Asked {
    private static final JsonMapper JSON = new JsonMapper();

    private Asked() {}

    /** What a service answers to a GET, refusals too. */
    public static WireAnswer get(RestService service, Api api, VenueLoop loop, String target) {
        WireRequest request = request(api, "GET", target, Map.of(), "");
        try {
            RestService.Turn turn = service.receive(request);
            return loop.ask(turn::take);
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    /** The same, read as JSON. */
    public static JsonNode json(RestService service, Api api, VenueLoop loop, String target) {
        return read(get(service, api, loop, target).body());
    }

    /** Reads JSON. */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A request as the server would read it. */
    public static WireRequest request(Api api, String method, String target, Map<String, String> headers, String body) {
        int mark = target.indexOf('?');
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                query.computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        String path = mark < 0 ? target : target.substring(0, mark);
        return new WireRequest(1, api, method, path, query, headers, body, "127.0.0.1:4000");
    }
}
