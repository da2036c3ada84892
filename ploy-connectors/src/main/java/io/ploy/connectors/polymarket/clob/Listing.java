package io.ploy.connectors.polymarket.clob;

import java.util.List;

/**
 * A list read page by page, which says whether it is whole. What is not in a list that is not whole proves nothing.
 *
 * @param <T> what is listed
 * @param items each once, in the venue's order
 * @param end how the reading ended
 * @param detail for people: what was found, empty if all is well
 */
public record Listing<T>(List<T> items, End end, String detail) {
    /** Copies the list. */
    public Listing {
        items = List.copyOf(items);
    }

    /** Whether everything is there. */
    public boolean isComplete() {
        return end == End.COMPLETE;
    }

    /** How the reading of a list ended. */
    public enum End {
        /** At the last page, with nothing amiss. */
        COMPLETE,
        /** There were more pages than are read. */
        PAGE_LIMIT,
        /** A page named one that had been read already. */
        REPEATED_CURSOR,
        /** Pages contradict each other or themselves; the list changed meanwhile, or worse. */
        CONTRADICTION,
        /** Some entries could not be read. */
        UNREADABLE_ENTRIES
    }
}
