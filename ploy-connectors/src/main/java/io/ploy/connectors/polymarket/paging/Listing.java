package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list read page by page, which says whether it is whole. What is missing from a list that is not whole proves nothing.
 *
 * @param <T> what is listed
 * @param items in the venue's order
 * @param end how the reading ended
 * @param detail for people: what was found, empty if all is well
 * @param failure the request that failed, or null
 */
public record Listing<T>(
        List<T> items, End end, String detail, @Nullable RequestException failure) {
    /** Copies the list. */
    public Listing {
        items = List.copyOf(items);
    }

    /** Whether everything is there. */
    public boolean isComplete() {
        return end == End.COMPLETE;
    }

    /**
     * The items, for callers who can do nothing with a part of them.
     *
     * @return all there are
     * @throws RequestException if the list is not whole: the failed request, or {@link Failure#UNREADABLE}
     */
    public List<T> whole() {
        if (isComplete()) {
            return items;
        }
        if (failure != null) {
            throw failure;
        }
        throw new RequestException(
                Failure.UNREADABLE, 0, "the list is not whole (" + end + "): " + detail, "", null, null);
    }

    /** How the reading of a list ended. */
    public enum End {
        /** At the last page, with nothing amiss. */
        COMPLETE,
        /** There is more than was asked for, or than the venue gives out. */
        LIMIT,
        /** A page came again, or one named a page that was read already. */
        REPEATED,
        /** Pages contradict each other or themselves; the list changed meanwhile, or worse. */
        CONTRADICTION,
        /** The last page was reached, but some entries could not be read and are left out. */
        UNREADABLE_ENTRIES,
        /** A page could not be had. */
        FAILED
    }
}
