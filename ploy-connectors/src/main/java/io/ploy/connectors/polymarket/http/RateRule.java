package io.ploy.connectors.polymarket.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How many requests of one kind the venue takes from one network address. A request counts for every rule it matches.
 *
 * @param services whose requests count; never empty
 * @param methods in capitals; empty for any
 * @param paths exact ones, or with {@code /*} at the end for a path and all below it; empty for any
 * @param count requests in any window
 * @param window how long a window is
 */
public record RateRule(Set<Service> services, Set<String> methods, List<String> paths, int count, Duration window) {
    private static final String BELOW = "/*";

    /** Checks all and copies the collections. */
    public RateRule {
        services = Set.copyOf(services);
        methods = Set.copyOf(methods);
        paths = List.copyOf(paths);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a rule must name a service");
        }
        for (String path : paths) {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a path must begin with a slash: " + path);
            }
        }
        if (count < 1) {
            throw new IllegalArgumentException("a rule must let at least one request through: " + count);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window must be positive: " + window);
        }
    }

    /** Everything a service is asked. */
    public static RateRule total(Service service, int count, Duration window) {
        return new RateRule(Set.of(service), Set.of(), List.of(), count, window);
    }

    /** What is asked with one method of some paths. */
    public static RateRule of(Service service, String method, int count, Duration window, String... paths) {
        return new RateRule(Set.of(service), Set.of(method), List.of(paths), count, window);
    }

    /** Whether the rule is for everything, cancels and all else together. Part of it is kept for cancels. */
    boolean isTotal() {
        return methods.isEmpty() && paths.isEmpty();
    }

    boolean matches(Call call) {
        return services.contains(call.service())
                && (methods.isEmpty() || methods.contains(call.method()))
                && (paths.isEmpty() || paths.stream().anyMatch(path -> matches(path, call.path())));
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith(BELOW)) {
            return pattern.equals(path);
        }
        String top = pattern.substring(0, pattern.length() - BELOW.length());
        return path.startsWith(top) && (path.length() == top.length() || path.charAt(top.length()) == '/');
    }
}
