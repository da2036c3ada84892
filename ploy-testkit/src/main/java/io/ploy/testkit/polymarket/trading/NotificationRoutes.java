package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.HashSet;
import java.util.Set;

/** Reads and drops notifications. */
final class NotificationRoutes {
    private final Callers callers;
    private final NotificationBox box;

    NotificationRoutes(Callers callers, NotificationBox box) {
        this.callers = callers;
        this.box = box;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/notifications", (request, parts) -> read(request));
        routes.on("DELETE", "/notifications", (request, parts) -> drop(request));
    }

    private Turn read(WireRequest request) {
        Caller caller = callers.caller(request);
        return () -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            box.of(caller.signer()).forEach(notification -> list.add(notification.json()));
            return WireAnswer.json(list.toString());
        };
    }

    private Turn drop(WireRequest request) {
        Caller caller = callers.caller(request);
        Set<Long> ids = ids(request.parameter("ids").orElse(""));
        return () -> {
            box.drop(caller.signer(), ids);
            return WireAnswer.json("\"OK\"");
        };
    }

    private static Set<Long> ids(String text) {
        Set<Long> ids = new HashSet<>();
        try {
            for (String id : text.split(",", -1)) {
                ids.add(Long.parseLong(id.strip()));
            }
        } catch (NumberFormatException e) {
            throw new RefusedException(400, Words.INVALID_PAYLOAD);
        }
        return ids;
    }
}
