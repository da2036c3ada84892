package io.ploy.connectors.polymarket.clob;

import io.ploy.connectors.polymarket.clob.Listing.End;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads pages, and lists of pages to their end. */
final class Pages {
    private static final String LAST = "LTE=";

    private Pages() {}

    /** A page, or a plain list of all there is. An entry that cannot be read is left out and counted. */
    static <T> Page<T> page(JsonValue answer, Function<JsonValue, T> entry) {
        if (answer.isList()) {
            return page(answer, Optional.empty(), Optional.empty(), entry);
        }
        return answer.object(page -> {
            page.ignore("limit", "total_count");
            return page(data(page), page.filled("next_cursor"), page.optional("count"), entry);
        });
    }

    private static JsonValue data(JsonObject page) {
        return page.required("data");
    }

    private static <T> Page<T> page(
            JsonValue data, Optional<JsonValue> next, Optional<JsonValue> counted, Function<JsonValue, T> entry) {
        List<T> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        data.list(row -> {
            try {
                items.add(entry.apply(row));
            } catch (AnswerException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
            return true;
        });
        String cursor =
                next.map(JsonValue::text).filter(text -> !text.equals(LAST)).orElse(null);
        return new Page<>(
                items,
                cursor,
                counted.map(JsonValue::whole).orElse(null),
                problems.size(),
                problems.isEmpty() ? "" : problems.get(0));
    }

    /**
     * Reads all pages.
     *
     * @param mostPages where to stop
     * @param fetch reads the page a cursor names
     * @param key tells entries apart: the same entry may come on two pages while the list moves
     */
    static <T> Listing<T> all(int mostPages, Function<String, Page<T>> fetch, Function<T, Object> key) {
        Map<Object, T> items = new LinkedHashMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = Page.FIRST;
        String unreadable = "";
        String contradiction = "";
        long rows = 0;
        long promised = 0;
        for (int read = 0; read < mostPages; read++) {
            cursors.add(cursor);
            Page<T> page = fetch.apply(cursor);
            rows += page.rows();
            Long counted = page.counted();
            if (counted != null) {
                promised = Math.max(promised, counted);
                if (counted < page.rows()) {
                    contradiction = "a page of " + page.rows() + " entries says that it has " + counted;
                }
            }
            for (T item : page.items()) {
                T before = items.put(key.apply(item), item);
                if (before != null && !before.equals(item)) {
                    contradiction = "two pages differ about " + key.apply(item);
                }
            }
            if (page.unreadable() > 0 && unreadable.isEmpty()) {
                unreadable = page.problem();
            }
            String next = page.next();
            if (next == null) {
                if (rows < promised) {
                    contradiction = rows + " entries came where " + promised + " were counted";
                }
                return end(items, unreadable, contradiction);
            }
            if (cursors.contains(next)) {
                return listing(items, End.REPEATED_CURSOR, "page " + cursor + " goes on at " + next + " again");
            }
            cursor = next;
        }
        return listing(items, End.PAGE_LIMIT, "more than " + mostPages + " pages");
    }

    private static <T> Listing<T> end(Map<Object, T> items, String unreadable, String contradiction) {
        if (!contradiction.isEmpty()) {
            return listing(items, End.CONTRADICTION, contradiction);
        }
        return listing(items, unreadable.isEmpty() ? End.COMPLETE : End.UNREADABLE_ENTRIES, unreadable);
    }

    private static <T> Listing<T> listing(Map<Object, T> items, End end, String detail) {
        return new Listing<>(List.copyOf(items.values()), end, detail);
    }
}
