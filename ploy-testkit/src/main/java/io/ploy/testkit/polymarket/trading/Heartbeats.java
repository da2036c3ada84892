package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The dead man's switch: a key that once sent a heartbeat and then misses one has its orders cancelled. */
final class Heartbeats {
    private static final String BEGIN = "";

    private final Callers callers;
    private final VenueState state;
    private final TradingDesk desk;
    private final TradingSettings settings;
    private final SplittableRandom draws;
    private final Map<String, Beat> beats = new HashMap<>();

    /** The last heartbeat of a key, and what the next one must say. */
    private record Beat(String next, Instant deadline) {}

    Heartbeats(Callers callers, VenueState state, TradingDesk desk, TradingSettings settings) {
        this.callers = callers;
        this.state = state;
        this.desk = desk;
        this.settings = settings;
        draws = state.draws("heartbeats");
    }

    void addTo(Routes routes) {
        routes.on("POST", "/v1/heartbeats", (request, parts) -> chained(request));
        routes.on("POST", "/heartbeats", (request, parts) -> plain(request));
    }

    private Turn chained(WireRequest request) {
        Caller caller = callers.caller(request);
        JsonNode id = Bodies.read(request.body(), Words.INVALID_PAYLOAD).path("heartbeat_id");
        if (!id.isTextual() && !id.isNull()) {
            throw new RefusedException(400, Words.INVALID_PAYLOAD);
        }
        String said = id.isNull() ? BEGIN : id.asText();
        return () -> {
            Beat last = beats.get(caller.apiKey());
            String expected = last == null ? BEGIN : last.next();
            if (!said.equals(expected)) {
                throw wrong(expected);
            }
            String next = new UUID(draws.nextLong(), draws.nextLong()).toString();
            beat(caller, next);
            return WireAnswer.json(Bodies.object().put("heartbeat_id", next).toString());
        };
    }

    /** The older route counts as a heartbeat and starts the ids anew. */
    private Turn plain(WireRequest request) {
        Caller caller = callers.caller(request);
        return () -> {
            beat(caller, BEGIN);
            return WireAnswer.json("{\"status\":\"ok\"}");
        };
    }

    private static RefusedException wrong(String expected) {
        String error = "Invalid Heartbeat ID";
        ObjectNode json = Bodies.object().put("error_msg", error).put("heartbeat_id", expected);
        return new RefusedException(error, WireAnswer.json(400, json.toString()));
    }

    private void beat(Caller caller, String next) {
        Instant deadline = state.now().plus(settings.heartbeatDeadline());
        beats.put(caller.apiKey(), new Beat(next, deadline));
        state.loop().timeline().schedule(deadline, () -> {
            Beat last = beats.get(caller.apiKey());
            if (last != null && !last.deadline().isAfter(deadline)) {
                missed(caller);
            }
        });
    }

    private void missed(Caller caller) {
        beats.remove(caller.apiKey());
        desk.open(caller).stream()
                .filter(order -> order.owner().equals(caller.apiKey()))
                .forEach(desk::cancel);
    }
}
