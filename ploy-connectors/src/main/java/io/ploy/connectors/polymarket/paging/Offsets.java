package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.http.Call;
import org.jspecify.annotations.Nullable;

/** Pages named by how many entries come before them, as older parts of the venue have it. */
public final class Offsets {
    private Offsets() {}

    /**
     * What to ask for.
     *
     * @param call without a place
     * @param limit how many entries a page has at most
     * @param cursor as {@link #after} named the page, or null for the first
     * @return the call for one page
     */
    public static Call at(Call call, int limit, @Nullable String cursor) {
        return call.query("limit", Integer.toString(limit)).query("offset", cursor == null ? "0" : cursor);
    }

    /**
     * Names the page after another. A list ends at an empty page: a short one proves nothing, for limits are lowered
     * silently.
     *
     * @param <T> what is listed
     * @param page the page
     * @param cursor names it, or null for the first
     * @return the page with the name of the next
     */
    public static <T> Page<T> after(Page<T> page, @Nullable String cursor) {
        if (page.rows() == 0) {
            return page;
        }
        long before = cursor == null ? 0 : Long.parseLong(cursor);
        return page.followedBy(Long.toString(before + page.rows()));
    }
}
