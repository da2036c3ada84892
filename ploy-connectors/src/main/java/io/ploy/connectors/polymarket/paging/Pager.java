package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing.End;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end, or says why it stopped before. */
public final class Pager {
    /** Filters may leave pages empty, but not for ever. */
    private static final int MOST_BARREN = 10;

    private Pager() {}

    /**
     * Asks for one page.
     *
     * @param <T> what is listed
     */
    @FunctionalInterface
    public interface Source<T> {
        /**
         * Asks for one page.
         *
         * @param cursor as the page before named it, or null for the first
         * @return the page
         * @throws RequestException if it cannot be had
         */
        Page<T> page(@Nullable String cursor);
    }

    /**
     * Reads page after page.
     *
     * @param <T> what is listed
     * @param most how many items are wanted; one or more
     * @param source asks for a page
     * @param key tells entries apart: while a list moves, an entry may come again on a later page
     * @return what was read, each entry of an earlier page once
     */
    public static <T> Listing<T> read(int most, Source<T> source, Function<T, Object> key) {
        return readAll(most, source, key);
    }

    /**
     * Reads page after page of a list that does not move while it is read, so that equal entries are different facts.
     *
     * @param <T> what is listed
     * @param most how many items are wanted; one or more
     * @param source asks for a page
     * @return what was read
     */
    public static <T> Listing<T> read(int most, Source<T> source) {
        return readAll(most, source, null);
    }

    private static <T> Listing<T> readAll(int most, Source<T> source, @Nullable Function<T, Object> key) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one item must be wanted: " + most);
        }
        Reading<T> reading = new Reading<>(most, key);
        String cursor = null;
        do {
            Page<T> page;
            try {
                page = source.page(cursor);
            } catch (RequestException e) {
                return reading.end(End.FAILED, String.valueOf(e.getMessage()), e);
            }
            cursor = reading.take(page);
        } while (cursor != null);
        return reading.end();
    }

    /** A list so far. */
    private static final class Reading<T> {
        private final int most;
        private final @Nullable Function<T, Object> key;
        private final List<T> items = new ArrayList<>();
        private final Set<Object> keys = new HashSet<>();
        private final Set<String> cursors = new HashSet<>();
        private End end = End.COMPLETE;
        private String detail = "";
        private int barren;

        Reading(int most, @Nullable Function<T, Object> key) {
            this.most = most;
            this.key = key;
        }

        /** Takes in a page and says which to ask for next, or null for none. */
        @Nullable
        String take(Page<T> page) {
            if (page.unreadable() > 0 && end == End.COMPLETE) {
                end = End.UNREADABLE_ENTRIES;
                detail = page.problem();
            }
            List<T> fresh = fresh(page.items());
            items.addAll(fresh);
            String next = page.next();
            if (items.size() > most || (items.size() == most && next != null)) {
                return stop(End.LIMIT, "more than " + most + " entries");
            }
            if (next == null) {
                return null;
            }
            if (!cursors.add(next)) {
                return stop(End.REPEATED, "page " + next + " comes after itself");
            }
            if (fresh.isEmpty() && !page.items().isEmpty()) {
                return stop(End.REPEATED, "the page before " + next + " brings only what came before");
            }
            barren = fresh.isEmpty() ? barren + 1 : 0;
            if (barren == MOST_BARREN) {
                return stop(End.REPEATED, MOST_BARREN + " pages before " + next + " bring nothing");
            }
            return next;
        }

        private List<T> fresh(List<T> of) {
            Function<T, Object> naming = key;
            if (naming == null) {
                return of;
            }
            List<T> fresh = of.stream()
                    .filter(item -> !keys.contains(naming.apply(item)))
                    .toList();
            fresh.forEach(item -> keys.add(naming.apply(item)));
            return fresh;
        }

        private @Nullable String stop(End why, String what) {
            end = why;
            detail = what;
            return null;
        }

        Listing<T> end() {
            return end(end, detail, null);
        }

        Listing<T> end(End how, String what, @Nullable RequestException failure) {
            return new Listing<>(items.subList(0, Math.min(most, items.size())), how, what, failure);
        }
    }
}
