package io.ploy.connectors.polymarket.settlement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets the oldest of very many entries, so that it does not grow for as long as the process runs.
 *
 * @param <K> by what
 * @param <V> what
 */
final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
