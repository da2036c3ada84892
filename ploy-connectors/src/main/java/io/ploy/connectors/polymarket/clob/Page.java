package io.ploy.connectors.polymarket.clob;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items what could be read, in the venue's order
 * @param next names the next page, or null if this is the last
 * @param counted how many items the venue says there are, or null if it does not say
 * @param unreadable how many entries could not be read
 * @param problem what was wrong with the first of them, or empty
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long counted, int unreadable, String problem) {
    /** Names the first page. */
    public static final String FIRST = "MA==";

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** How many entries the page had, read or not. */
    int rows() {
        return items.size() + unreadable;
    }
}
