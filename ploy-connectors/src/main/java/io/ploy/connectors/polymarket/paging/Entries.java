package io.ploy.connectors.polymarket.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What has been read of a list so far. Lists differ in what it means that an entry comes again. */
abstract class Entries<T> {
    /** Takes in a page and says how many of its entries are new. */
    abstract int add(List<T> page);

    abstract List<T> all();

    /** What two pages say differently, empty if nothing. */
    String contradiction() {
        return "";
    }

    /** Equal entries are different facts. */
    static final class Facts<T> extends Entries<T> {
        private final List<T> all = new ArrayList<>();

        @Override
        int add(List<T> page) {
            all.addAll(page);
            return page.size();
        }

        @Override
        List<T> all() {
            return all;
        }
    }

    /** The list moves while it is read: an entry of an earlier page counts once, as it was first. */
    static final class Moving<T> extends Entries<T> {
        private final Function<T, Object> key;
        private final List<T> all = new ArrayList<>();
        private final Set<Object> keys = new HashSet<>();

        Moving(Function<T, Object> key) {
            this.key = key;
        }

        @Override
        int add(List<T> page) {
            List<T> fresh = page.stream()
                    .filter(entry -> !keys.contains(key.apply(entry)))
                    .toList();
            fresh.forEach(entry -> keys.add(key.apply(entry)));
            all.addAll(fresh);
            return fresh.size();
        }

        @Override
        List<T> all() {
            return all;
        }
    }

    /** The list is to prove something: an entry that comes again counts once, as it was last, and must not differ. */
    static final class Proving<T> extends Entries<T> {
        private final Function<T, Object> key;
        private final Map<Object, T> all = new LinkedHashMap<>();
        private String contradiction = "";

        Proving(Function<T, Object> key) {
            this.key = key;
        }

        @Override
        int add(List<T> page) {
            int before = all.size();
            for (T entry : page) {
                Object name = key.apply(entry);
                T earlier = all.put(name, entry);
                if (earlier != null && !earlier.equals(entry)) {
                    contradiction = "two pages differ about " + name;
                }
            }
            return all.size() - before;
        }

        @Override
        List<T> all() {
            return List.copyOf(all.values());
        }

        @Override
        String contradiction() {
            return contradiction;
        }
    }
}
