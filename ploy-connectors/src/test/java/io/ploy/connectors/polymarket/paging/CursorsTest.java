package io.ploy.connectors.polymarket.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.Json;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing.End;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private final Deque<String> pages = new ArrayDeque<>();
    private final List<String> cursors = new ArrayList<>();

    @Test
    void pagesAreReadToTheEnd() {
        Listing<String> listing = read(
                "{\"data\":[\"1a\",\"2b\"],\"next_cursor\":\"Mg==\",\"count\":2,\"limit\":2}",
                "{\"data\":[\"3c\"],\"next_cursor\":\"LTE=\",\"count\":1,\"limit\":2}");

        assertThat(listing).isEqualTo(new Listing<>(List.of("1a", "2b", "3c"), End.COMPLETE, "", null));
        assertThat(listing.isComplete()).isTrue();
        assertThat(cursors).containsExactly("MA==", "Mg==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[\"1a\"],\"next_cursor\":\"LTE=\"}",
                "{\"data\":[\"1a\"],\"next_cursor\":\"\"}",
                "{\"data\":[\"1a\"],\"next_cursor\":null}",
                "{\"data\":[\"1a\"]}",
                "[\"1a\"]"
            })
    void lastPageIsKnownInAllItsForms(String page) {
        assertThat(read(page)).isEqualTo(new Listing<>(List.of("1a"), End.COMPLETE, "", null));
    }

    @Test
    void emptyPageInBetweenDoesNotEndTheList() {
        Listing<String> listing =
                read("{\"data\":[],\"next_cursor\":\"Mg==\"}", "{\"data\":[\"1a\"],\"next_cursor\":\"LTE=\"}");

        assertThat(listing.items()).containsExactly("1a");
        assertThat(listing.isComplete()).isTrue();
    }

    @Test
    void lastPageThatNamesTheFirstIsNotComplete() {
        String first = "{\"data\":[\"1a\"],\"next_cursor\":\"b\"}";

        Listing<String> listing = read(first, "{\"data\":[\"2a\"],\"next_cursor\":\"MA==\"}", first);

        assertThat(listing.end()).isEqualTo(End.REPEATED);
        assertThat(listing.items()).containsExactly("1a", "2a");
    }

    @Test
    void entryThatComesTwiceUnchangedIsListedOnce() {
        Listing<String> listing = read(
                "{\"data\":[\"1a\",\"2a\"],\"next_cursor\":\"b\"}",
                "{\"data\":[\"2a\",\"3a\"],\"next_cursor\":\"LTE=\"}");

        assertThat(listing).isEqualTo(new Listing<>(List.of("1a", "2a", "3a"), End.COMPLETE, "", null));
    }

    @Test
    void entryThatComesTwiceAndDiffersIsAContradictionAndTheLaterIsKept() {
        Listing<String> listing = read(
                "{\"data\":[\"1a\",\"2a\"],\"next_cursor\":\"b\"}", "{\"data\":[\"2b\"],\"next_cursor\":\"LTE=\"}");

        assertThat(listing)
                .isEqualTo(new Listing<>(List.of("1a", "2b"), End.CONTRADICTION, "two pages differ about 2", null));
    }

    @Test
    void countsThatDoNotFitAreAContradiction() {
        assertThat(read("{\"data\":[\"1a\",\"2a\"],\"count\":1}").detail())
                .isEqualTo("a page of 2 entries says that it has 1");
        assertThat(read("{\"data\":[\"1a\"],\"count\":2}"))
                .isEqualTo(
                        new Listing<>(List.of("1a"), End.CONTRADICTION, "1 entries came where 2 were counted", null));
    }

    @Test
    void countOverAllPagesIsNoContradiction() {
        Listing<String> listing = read(
                "{\"data\":[\"1a\"],\"next_cursor\":\"b\",\"count\":2}",
                "{\"data\":[\"2a\"],\"next_cursor\":\"LTE=\",\"count\":2}");

        assertThat(listing.isComplete()).isTrue();
    }

    @Test
    void entryThatCannotBeReadIsLeftOutAndTheListNotComplete() {
        Listing<String> listing = read("{\"data\":[\"1a\",7.5,\"2a\"],\"count\":3}");

        assertThat(listing)
                .isEqualTo(new Listing<>(
                        List.of("1a", "2a"), End.UNREADABLE_ENTRIES, "'data[1]' is 7.5 where text is expected", null));
    }

    @Test
    void contradictionOutweighsAnEntryThatCannotBeRead() {
        Listing<String> listing = read(
                "{\"data\":[\"1a\",7.5],\"next_cursor\":\"b\"}", "{\"data\":[\"1b\",\"2a\"],\"next_cursor\":\"LTE=\"}");

        assertThat(listing.end()).isEqualTo(End.CONTRADICTION);
    }

    private Listing<String> read(String... answers) {
        pages.addAll(List.of(answers));
        return Pager.readProof(
                100,
                cursor -> {
                    cursors.add(Cursors.at(Call.get(Service.CLOB, "/x"), cursor)
                            .query()
                            .get(0)
                            .value());
                    return Cursors.page(Json.read(pages.remove(), new UnknownMembers()), JsonValue::id);
                },
                item -> item.charAt(0));
    }
}
