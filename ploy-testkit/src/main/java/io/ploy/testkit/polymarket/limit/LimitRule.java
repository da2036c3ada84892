package io.ploy.testkit.polymarket.limit;

import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of some kind an address may send.
 *
 * @param api which service, or null for all together
 * @param method upper case, or null for any
 * @param paths which ones, counted together, those below them included; empty for all of the service
 * @param most how many
 * @param window in which time
 */
public record LimitRule(@Nullable Api api, @Nullable String method, List<String> paths, long most, Duration window) {
    /**
     * Copies the list and checks the range.
     *
     * @throws IllegalArgumentException if nothing is allowed or the window is empty
     */
    public LimitRule {
        paths = List.copyOf(paths);
        if (most < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "a limit allows at least one request in some time: " + most + " in " + window);
        }
    }

    boolean covers(WireRequest request) {
        return (api == null || api == request.api())
                && (method == null || method.equals(request.method()))
                && (paths.isEmpty() || paths.stream().anyMatch(path -> isAtOrBelow(request.path(), path)));
    }

    private static boolean isAtOrBelow(String path, String rule) {
        return path.startsWith(rule) && (path.length() == rule.length() || path.charAt(rule.length()) == '/');
    }
}
