package io.ploy.core.breaker;

import java.util.HashMap;
import java.util.Map;

/**
 * What a breaker that clears on evidence said last of each scope, so that it says so once. Of a scope it said nothing yet, an
 * earlier run may have left a cause: the first good news is said too.
 */
final class KnownScopes {
    private final Map<Scope, Boolean> tripped = new HashMap<>();

    /** Whether it is news that a scope trips. */
    boolean trips(Scope scope) {
        return !Boolean.TRUE.equals(tripped.put(scope, true));
    }

    /** Whether it is news that a scope is clear. */
    boolean clears(Scope scope) {
        return !Boolean.FALSE.equals(tripped.put(scope, false));
    }

    void forget(Scope scope) {
        tripped.remove(scope);
    }
}
