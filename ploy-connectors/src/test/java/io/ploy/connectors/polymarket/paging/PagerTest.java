package io.ploy.connectors.polymarket.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.paging.Listing.End;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagerTest {
    private final RequestException broken =
            new RequestException(Failure.NO_ANSWER, 0, "GET /list: nothing came", "", null, null);

    @Test
    void listIsWholeAtItsLastPage() {
        Listing<String> listing = Pager.read(10, pages("a", page("b", "1", "2"), "b", page(null, "3")), item -> item);

        assertThat(listing.isComplete()).isTrue();
        assertThat(listing.whole()).containsExactly("1", "2", "3");
    }

    @Test
    void entryThatComesAgainOnALaterPageCountsOnce() {
        Listing<String> listing =
                Pager.read(10, pages("a", page("b", "1", "1", "2"), "b", page(null, "2", "3")), item -> item);

        assertThat(listing.whole()).containsExactly("1", "1", "2", "3");
    }

    @Test
    void equalEntriesOfAListThatStandsStillAllCount() {
        Listing<String> listing = Pager.read(10, pages("a", page("b", "1"), "b", page(null, "1")));

        assertThat(listing.whole()).containsExactly("1", "1");
    }

    @Test
    void pageThatNamesAnEarlierOneEndsTheReading() {
        Listing<String> listing = Pager.read(10, pages("a", page("b", "1"), "b", page("b", "2")), item -> item);

        assertThat(listing.end()).isEqualTo(End.REPEATED);
        assertThat(listing.items()).containsExactly("1", "2");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(listing::whole)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @Test
    void pageThatBringsOnlyWhatCameBeforeEndsTheReading() {
        Listing<String> listing = Pager.read(10, pages("a", page("b", "1"), "b", page("c", "1")), item -> item);

        assertThat(listing.end()).isEqualTo(End.REPEATED);
    }

    @Test
    void pagesThatBringNothingForEverEndTheReading() {
        int[] asked = {0};

        Listing<String> listing = Pager.read(10, cursor -> page("after " + asked[0]++), item -> item);

        assertThat(listing.end()).isEqualTo(End.REPEATED);
        assertThat(asked[0]).isEqualTo(10);
    }

    @Test
    void pagesWithoutEndEndTheReading() {
        int[] asked = {0};

        Listing<String> listing =
                Pager.read(1_000_000, cursor -> page("after " + asked[0]++, "entry " + asked[0]), item -> item);

        assertThat(listing.end()).isEqualTo(End.LIMIT);
        assertThat(listing.detail()).isEqualTo("more than 1000 pages");
        assertThat(asked[0]).isEqualTo(1_000);
    }

    @Test
    void readingStopsWhenThereIsEnough() {
        Listing<String> listing = Pager.read(2, pages("a", page("b", "1", "2")), item -> item);

        assertThat(listing.end()).isEqualTo(End.LIMIT);
        assertThat(listing.items()).containsExactly("1", "2");
    }

    @Test
    void exactlyAsManyAsAreWantedAreAll() {
        Listing<String> listing = Pager.read(2, pages("a", page(null, "1", "2")), item -> item);

        assertThat(listing.isComplete()).isTrue();
    }

    @Test
    void failureKeepsWhatWasReadAndSaysWhy() {
        Listing<String> listing = Pager.read(
                10,
                cursor -> {
                    if (cursor != null) {
                        throw broken;
                    }
                    return page("b", "1");
                },
                item -> item);

        assertThat(listing.end()).isEqualTo(End.FAILED);
        assertThat(listing.items()).containsExactly("1");
        assertThat(listing.detail()).contains("nothing came");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(listing::whole)
                .isSameAs(broken);
    }

    @Test
    void unreadableEntriesAreSaid() {
        Listing<String> listing = Pager.read(
                10,
                pages("a", new Page<>(List.of("1"), "b", null, 1, "'price' is x"), "b", page(null, "2")),
                item -> item);

        assertThat(listing.end()).isEqualTo(End.UNREADABLE_ENTRIES);
        assertThat(listing.detail()).isEqualTo("'price' is x");
        assertThat(listing.items()).containsExactly("1", "2");
    }

    @Test
    void nothingCannotBeWanted() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pager.read(0, cursor -> page(null), item -> item));
    }

    private static Page<String> page(@Nullable String next, String... items) {
        return new Page<>(List.of(items), next, null, 0, "");
    }

    private static Pager.Source<String> pages(String first, Page<String> one) {
        return pages(Map.of(first, one));
    }

    private static Pager.Source<String> pages(String first, Page<String> one, String second, Page<String> two) {
        return pages(Map.of(first, one, second, two));
    }

    private static Pager.Source<String> pages(Map<String, Page<String>> pages) {
        return cursor -> {
            Page<String> page = pages.get(cursor == null ? "a" : cursor);
            if (page == null) {
                throw new AssertionError("no page " + cursor);
            }
            return page;
        };
    }
}
