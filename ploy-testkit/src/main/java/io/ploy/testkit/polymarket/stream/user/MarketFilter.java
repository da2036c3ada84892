package io.ploy.testkit.polymarket.stream.user;

import java.util.HashSet;
import java.util.Set;

/** Which markets a client wants to hear of. Naming none at first means all. */
final class MarketFilter {
    private final boolean all;
    private final Set<String> named = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();

    MarketFilter(Set<String> first) {
        all = first.isEmpty();
        named.addAll(first);
    }

    void add(Set<String> conditions) {
        named.addAll(conditions);
        dropped.removeAll(conditions);
    }

    void drop(Set<String> conditions) {
        named.removeAll(conditions);
        dropped.addAll(conditions);
    }

    boolean passes(String condition) {
        return named.contains(condition) || (all && !dropped.contains(condition));
    }
}
