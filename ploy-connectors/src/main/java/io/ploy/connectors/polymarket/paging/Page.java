package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items what could be read, in the venue's order
 * @param next names the next page, or null if this is the last
 * @param counted how many entries the venue says there are, or null if it does not say
 * @param unreadable how many entries could not be read
 * @param problem what was wrong with the first of them, or empty
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long counted, int unreadable, String problem) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Reads entries. One that cannot be read is left out and counted, so that it does not hide the others.
     *
     * @param <T> what an entry is read to
     * @param rows the list
     * @param next names the next page, or null
     * @param entry reads one entry
     * @return the page
     * @throws AnswerException if it is no list
     */
    public static <T> Page<T> of(JsonValue rows, @Nullable String next, Function<JsonValue, T> entry) {
        List<T> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        rows.list(row -> {
            try {
                items.add(entry.apply(row));
            } catch (AnswerException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
            return true;
        });
        return new Page<>(items, next, null, problems.size(), problems.isEmpty() ? "" : problems.get(0));
    }

    /** The same page with another one after it. */
    public Page<T> followedBy(@Nullable String cursor) {
        return new Page<>(items, cursor, counted, unreadable, problem);
    }

    /** The same page of a list the venue says has so many entries. */
    Page<T> counting(long entries) {
        return new Page<>(items, next, entries, unreadable, problem);
    }

    /** How many entries the venue sent, read or not. */
    public int rows() {
        return items.size() + unreadable;
    }
}
