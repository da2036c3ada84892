package io.ploy.testkit.polymarket.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests a service knows, by method and path. A part of a path in braces stands for any one part, and the handler
 * gets it by name; fixed parts win over such ones where they were added first. Filled once, then read from any thread.
 */
public final class Routes implements RestService {
    private final List<Route> routes = new ArrayList<>();

    /** Answers requests of one route. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The first half of the answer, see {@link RestService#receive}.
         *
         * @param request as it came in
         * @param parts of the path that stood in braces, by name
         * @return the other half
         */
        Turn receive(WireRequest request, Map<String, String> parts);
    }

    /**
     * Adds a route.
     *
     * @param method upper case
     * @param template such as {@code /data/order/{id}}
     * @param handler who answers
     * @return this
     */
    public Routes on(String method, String template, Handler handler) {
        routes.add(new Route(method, List.of(template.split("/", -1)), handler));
        return this;
    }

    @Override
    public Turn receive(WireRequest request) {
        List<String> path = List.of(request.path().split("/", -1));
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> parts = route.match(path);
            if (parts != null && route.method.equals(request.method())) {
                return route.handler.receive(request, parts);
            }
            known |= parts != null;
        }
        WireAnswer answer = known
                ? WireAnswer.json(405, "{\"error\":\"method not allowed\"}")
                : WireAnswer.json(404, "{\"error\":\"not found\"}");
        return () -> answer;
    }

    private record Route(String method, List<String> template, Handler handler) {
        @Nullable
        Map<String, String> match(List<String> path) {
            if (path.size() != template.size()) {
                return null;
            }
            Map<String, String> parts = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String wanted = template.get(i);
                if (wanted.startsWith("{")) {
                    parts.put(wanted.substring(1, wanted.length() - 1), path.get(i));
                } else if (!wanted.equals(path.get(i))) {
                    return null;
                }
            }
            return parts;
        }
    }
}
