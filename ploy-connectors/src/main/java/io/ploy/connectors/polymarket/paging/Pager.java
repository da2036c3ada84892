package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing.End;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end, or says why it stopped before. */
public final class Pager {
    /** Filters may leave pages empty, but not for ever. */
    private static final int MOST_BARREN = 10;

    private static final int MOST_PAGES = 1_000;

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
     * Reads page after page of a list that moves meanwhile, so that an entry may come again on a later page.
     *
     * @param <T> what is listed
     * @param most how many items are wanted; one or more
     * @param source asks for a page
     * @param key tells entries apart
     * @return what was read, each entry of an earlier page once
     */
    public static <T> Listing<T> read(int most, Source<T> source, Function<T, Object> key) {
        return read(most, source, new Entries.Moving<>(key));
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
        return read(most, source, new Entries.Facts<>());
    }

    /**
     * Reads page after page of a list that is to prove something, such as which orders are open.
     *
     * @param <T> what is listed
     * @param most how many items are wanted; one or more
     * @param source asks for a page
     * @param key tells entries apart
     * @return what was read, each entry once and as it was last; not complete if an entry came again and differed
     */
    public static <T> Listing<T> readProof(int most, Source<T> source, Function<T, Object> key) {
        return read(most, source, new Entries.Proving<>(key));
    }

    private static <T> Listing<T> read(int most, Source<T> source, Entries<T> entries) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one item must be wanted: " + most);
        }
        Reading<T> reading = new Reading<>(most, entries);
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
        private final Entries<T> entries;
        private final Set<String> cursors = new HashSet<>();
        private End end = End.COMPLETE;
        private String detail = "";
        private int barren;
        private int size;
        private long rows;
        private long promised;
        private String miscount = "";

        Reading(int most, Entries<T> entries) {
            this.most = most;
            this.entries = entries;
        }

        /** Takes in a page and says which to ask for next, or null for none. */
        @Nullable
        String take(Page<T> page) {
            if (page.unreadable() > 0 && end == End.COMPLETE) {
                end = End.UNREADABLE_ENTRIES;
                detail = page.problem();
            }
            count(page);
            int fresh = entries.add(page.items());
            size += fresh;
            String next = page.next();
            if (size > most || (size == most && next != null)) {
                return stop(End.LIMIT, "more than " + most + " entries");
            }
            if (next == null) {
                return last();
            }
            if (!cursors.add(next)) {
                return stop(End.REPEATED, "page " + next + " comes after itself");
            }
            if (fresh == 0 && !page.items().isEmpty()) {
                return stop(End.REPEATED, "the page before " + next + " brings only what came before");
            }
            if (cursors.size() == MOST_PAGES) {
                return stop(End.LIMIT, "more than " + MOST_PAGES + " pages");
            }
            barren = fresh == 0 ? barren + 1 : 0;
            if (barren == MOST_BARREN) {
                return stop(End.REPEATED, MOST_BARREN + " pages before " + next + " bring nothing");
            }
            return next;
        }

        /** Some lists count a page, some the whole: no count may be less than the page or more than all pages. */
        private void count(Page<T> page) {
            rows += page.rows();
            Long counted = page.counted();
            if (counted != null) {
                promised = Math.max(promised, counted);
                if (counted < page.rows()) {
                    miscount = "a page of " + page.rows() + " entries says that it has " + counted;
                }
            }
        }

        private @Nullable String last() {
            if (rows < promised) {
                miscount = rows + " entries came where " + promised + " were counted";
            }
            String contradiction = miscount.isEmpty() ? entries.contradiction() : miscount;
            return contradiction.isEmpty() ? null : stop(End.CONTRADICTION, contradiction);
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
            List<T> all = entries.all();
            return new Listing<>(all.subList(0, Math.min(most, all.size())), how, what, failure);
        }
    }
}
