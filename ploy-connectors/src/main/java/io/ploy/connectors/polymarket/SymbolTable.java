package io.ploy.connectors.polymarket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few known ids, found by their letters in place. Ids are 66 to 78 letters long; some differ only at the end, others
 * end in zeros, so every seventh letter from the end is hashed. That costs a tenth of making a string.
 */
final class SymbolTable<V> {
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
    private @Nullable Object[] slots = new @Nullable Object[16];

    private record Entry<V>(TextSlice key, V value) {}

    void put(String key, V value) {
        char[] letters = key.toCharArray();
        TextSlice slice = new TextSlice();
        slice.set(letters, 0, letters.length);
        Entry<V> entry = new Entry<>(slice, value);
        if (entries.put(key, entry) != null || entries.size() * 2 > slots.length) {
            rebuild();
        } else {
            slots[slot(slice)] = entry;
        }
    }

    void remove(String key) {
        if (entries.remove(key) != null) {
            rebuild();
        }
    }

    private void rebuild() {
        slots = new @Nullable Object[Math.max(16, Integer.highestOneBit(entries.size()) * 4)];
        for (Entry<V> each : entries.values()) {
            slots[slot(each.key)] = each;
        }
    }

    @Nullable
    V get(String key) {
        Entry<V> found = entries.get(key);
        return found == null ? null : found.value;
    }

    @Nullable
    V get(TextSlice key) {
        Entry<V> found = entry(slot(key));
        return found == null ? null : found.value;
    }

    List<V> values() {
        List<V> values = new ArrayList<>(entries.size());
        entries.values().forEach(each -> values.add(each.value));
        return values;
    }

    private int slot(TextSlice key) {
        int mask = slots.length - 1;
        int slot = key.sample() & mask;
        while (true) {
            Entry<V> entry = entry(slot);
            if (entry == null || key.is(entry.key)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Entry<V> entry(int slot) {
        return (Entry<V>) slots[slot];
    }
}
