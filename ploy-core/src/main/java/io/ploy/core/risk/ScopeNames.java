package io.ploy.core.risk;

import io.ploy.core.performance.PerformanceScope;
import java.util.HashMap;
import java.util.Map;

/** Scopes by name, so that asking for one makes nothing. */
final class ScopeNames {
    private final Map<String, PerformanceScope> strategies = new HashMap<>();
    private final Map<String, PerformanceScope> domains = new HashMap<>();

    PerformanceScope strategy(String name) {
        return strategies.computeIfAbsent(name, PerformanceScope::strategy);
    }

    PerformanceScope domain(String name) {
        return domains.computeIfAbsent(name, PerformanceScope::domain);
    }
}
