package io.ploy.connectors.polymarket;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of things by kind. One thread counts, any may read. */
final class Tally<K extends Enum<K>> {
    private final Class<K> kinds;
    private final AtomicLongArray counts;

    Tally(Class<K> kinds) {
        this.kinds = kinds;
        this.counts = new AtomicLongArray(kinds.getEnumConstants().length);
    }

    void add(K kind) {
        add(kind, 1);
    }

    void add(K kind, long more) {
        // Only one thread writes, so reading and writing need not be one step.
        int index = kind.ordinal();
        counts.setRelease(index, counts.getPlain(index) + more);
    }

    long count(K kind) {
        return counts.getAcquire(kind.ordinal());
    }

    Map<K, Long> counts() {
        Map<K, Long> copy = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            copy.put(kind, count(kind));
        }
        return copy;
    }
}
