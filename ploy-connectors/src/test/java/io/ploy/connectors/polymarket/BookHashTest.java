package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookHashTest {
    private static final List<BookText.Level> BIDS =
            List.of(new BookText.Level("0.48", "100"), new BookText.Level("0.49", "30"));
    private static final List<BookText.Level> ASKS =
            List.of(new BookText.Level("0.52", "80.5"), new BookText.Level("0.51", "20"));
    private static final BookText BOOK =
            new BookText("0xc0ffee", "111", "1769860799990", BIDS, ASKS, "5", "0.01", false, "", null);

    /** From: printf '{"market":"0xc0ffee",…,"last_trade_price":""}' | sha1sum. */
    @Test
    void hashIsTheShaOneOfTheCompactJsonWithAnEmptyHash() {
        assertThat(new BookHash().of(BOOK)).isEqualTo("c67bac3d293b386f7f18252ad1bee87dc1fb5eda");
    }

    @Test
    void publishedVectorsAreReproduced() {
        BookText book = new BookText(
                "0xef1097ba2e476f0ab4812b7081a3b4a1c14055fb5366575869b65185a0c8a2d2",
                "71321045679252212594626385532706912750332728571942532289631379312455583992563",
                "1771234567000",
                List.of(),
                List.of(new BookText.Level("0.9", "656.09"), new BookText.Level("0.89", "624.69")),
                "5",
                "0.01",
                true,
                "0.26",
                null);

        assertThat(new BookHash().of(book)).isEqualTo("c6a2446b6a493a0a6d0f850d02a874f68f08a2bd");
    }

    @Test
    void aMarketsVersionIsHashedWhereTheVenueNamesOne() {
        BookText book = new BookText(
                "0x017791f201d5a788e0039e511fc1900e5f000000000000000000000000000000",
                "663574927012476832975694178961957910328055987427402067619466963999000625152",
                "1791238858575",
                List.of(),
                List.of(),
                "5",
                "0.01",
                false,
                "",
                "v2");

        assertThat(new BookHash().of(book)).isEqualTo("fc3846cab0c35a0977b6e5f605a4e5ff0d0b2277");
    }

    @Test
    void oneCalculatorServesManyBooks() {
        BookHash hash = new BookHash();

        String first = hash.of(BOOK);
        hash.of(with("1", BIDS, ASKS, "5", "0.01", true, "0.5", "v2"));

        assertThat(hash.of(BOOK)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("changedInOnePlace")
    void everyPartCounts(BookText changed) {
        assertThat(new BookHash().of(changed)).hasSize(40).isNotEqualTo(new BookHash().of(BOOK));
    }

    static Stream<BookText> changedInOnePlace() {
        List<BookText.Level> reversed = List.of(BIDS.get(1), BIDS.get(0));
        return Stream.of(
                with("1769860799991", BIDS, ASKS, "5", "0.01", false, "", null),
                with("1769860799990", reversed, ASKS, "5", "0.01", false, "", null),
                with("1769860799990", ASKS, BIDS, "5", "0.01", false, "", null),
                with("1769860799990", BIDS, List.of(), "5", "0.01", false, "", null),
                with("1769860799990", BIDS, ASKS, "5.0", "0.01", false, "", null),
                with("1769860799990", BIDS, ASKS, "5", "0.001", false, "", null),
                with("1769860799990", BIDS, ASKS, "5", "0.01", true, "", null),
                with("1769860799990", BIDS, ASKS, "5", "0.01", false, "0", null),
                with("1769860799990", BIDS, ASKS, "5", "0.01", false, "", "v2"));
    }

    private static BookText with(
            String timestamp,
            List<BookText.Level> bids,
            List<BookText.Level> asks,
            String minOrderSize,
            String tickSize,
            boolean negRisk,
            String lastTradePrice,
            @Nullable String version) {
        return new BookText(
                "0xc0ffee", "111", timestamp, bids, asks, minOrderSize, tickSize, negRisk, lastTradePrice, version);
    }
}
