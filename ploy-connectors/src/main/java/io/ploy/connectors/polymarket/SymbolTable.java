package io.ploy.connectors.polymarket;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few known ids, found by their letters in place. Ids are 66 to 78 letters long; some differ only at the end, others
 * end in zeros, so every seventh letter from the end is hashed. That costs a tenth of making a string.
 */
final class SymbolTable<V> {
    private static final int STRIDE = 7;

    private final Map<String, V> values = new LinkedHashMap<>();
    private @Nullable String[] keys = new @Nullable String[16];
    private @Nullable Object[] slots = new @Nullable Object[16];

    void put(String key, V value) {
        values.put(key, value);
        rebuild();
    }

    @Nullable
    V remove(String key) {
        V removed = values.remove(key);
        rebuild();
        return removed;
    }

    private void rebuild() {
        int capacity = Math.max(16, Integer.highestOneBit(values.size()) * 4);
        keys = new @Nullable String[capacity];
        slots = new @Nullable Object[capacity];
        values.forEach((name, each) -> {
            int slot = slot(name);
            keys[slot] = name;
            slots[slot] = each;
        });
    }

    @Nullable
    V get(CharSequence key) {
        @SuppressWarnings("unchecked")
        V found = (V) slots[slot(key)];
        return found;
    }

    Collection<V> values() {
        return values.values();
    }

    private int slot(CharSequence key) {
        int mask = keys.length - 1;
        int hash = key.length();
        for (int i = key.length() - 1; i >= 0; i -= STRIDE) {
            hash = 31 * hash + key.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (true) {
            String name = keys[slot];
            if (name == null || name.contentEquals(key)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}
