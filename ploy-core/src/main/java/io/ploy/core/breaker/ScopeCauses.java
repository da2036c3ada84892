package io.ploy.core.breaker;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The causes of one scope. Never changed, only replaced. */
final class ScopeCauses {
    static final ScopeCauses NONE = new ScopeCauses(Map.of());

    private final Map<String, Cause> byName;
    private final TradingState state;

    private ScopeCauses(Map<String, Cause> byName) {
        this.byName = byName;
        TradingState worst = TradingState.ACTIVE;
        for (Cause cause : byName.values()) {
            worst = worst.or(cause.severity().state());
        }
        state = worst;
    }

    ScopeCauses with(CauseChange change) {
        Map<String, Cause> changed = new TreeMap<>(byName);
        if (change.set()) {
            changed.put(change.cause(), change.toCause());
        } else {
            changed.remove(change.cause());
        }
        return changed.isEmpty() ? NONE : new ScopeCauses(Collections.unmodifiableMap(changed));
    }

    TradingState state() {
        return state;
    }

    @Nullable
    Cause cause(String name) {
        return byName.get(name);
    }

    List<Cause> all() {
        return List.copyOf(byName.values());
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }
}
