package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBookTest {
    @Test
    void levelsStayInTheVenuesOrderWhateverOrderTheyComeIn() {
        KeptBook book = new KeptBook();
        TreeMap<Long, Long> bids = new TreeMap<>();
        TreeMap<Long, Long> asks = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(5);

        for (int i = 0; i < 20_000; i++) {
            boolean bid = random.nextBoolean();
            long price = random.nextInt(400) * 1_000L;
            long size = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1_000_000);
            book.set(bid ? BookSide.BIDS : BookSide.ASKS, price, size, null, null);
            if (size == 0) {
                (bid ? bids : asks).remove(price);
            } else {
                (bid ? bids : asks).put(price, size);
            }
            if (i % 5_000 == 4_999) {
                book.dropOffGrid(10_000);
                bids.keySet().removeIf(each -> each % 10_000 != 0);
                asks.keySet().removeIf(each -> each % 10_000 != 0);
            }
            if (i % 100 == 0) {
                assertThat(pairs(book.bids())).isEqualTo(pairs(bids));
                assertThat(pairs(book.asks())).isEqualTo(pairs(asks.descendingMap()));
            }
            assertThat(book.bestBid()).isEqualTo(bids.isEmpty() ? KeptBook.NONE : bids.lastKey());
            assertThat(book.bestAsk()).isEqualTo(asks.isEmpty() ? KeptBook.NONE : asks.firstKey());
        }
    }

    @Test
    void wordsMoveWithTheirLevels() {
        KeptBook book = new KeptBook();
        book.set(BookSide.BIDS, 500_000, 1_000_000, null, "1.0");
        book.set(BookSide.BIDS, 400_000, 2_000_000, ".4", null);
        book.set(BookSide.BIDS, 450_000, 3_000_000, "0.450", "3.0");

        book.set(BookSide.BIDS, 400_000, 0, null, null);

        assertThat(words(book.bids())).containsExactly("0.450", "3.0", null, "1.0");
        book.clear();
        book.set(BookSide.BIDS, 1, 1, null, null);
        assertThat(words(book.bids())).containsExactly(null, null);
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void anAmountIsHashedAsItsShortestText(long micros) {
        HashInput input = new HashInput();

        input.appendDecimal(micros);

        assertThat(new String(input.bytes(), 0, input.length(), StandardCharsets.US_ASCII))
                .isEqualTo(FixedPoint.format(micros));
    }

    static LongStream amounts() {
        SplittableRandom random = new SplittableRandom(6);
        return LongStream.concat(
                LongStream.of(0, 1, 10, 999_999, 1_000_000, 1_000_001, 9_999_999_999_999_999L, Long.MAX_VALUE),
                LongStream.generate(() -> random.nextLong(0, 1L << (1 + random.nextInt(62))))
                        .limit(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.5",
                "10",
                "12.25",
                "100000",
                "0.000001",
                "00",
                "01",
                "0.50",
                ".5",
                "5.",
                "12.0",
                "+1",
                "-0",
                "0.0",
                "1.250000000",
                "007.5",
                "0.05",
                "1000000.1"
            })
    void aTextIsKeptOnlyIfItIsNotTheShortest(String text) {
        TextSlice slice = new TextSlice();
        char[] letters = ("x" + text + "5").toCharArray();
        slice.set(letters, 1, letters.length - 1);

        boolean shortest = FixedPoint.format(FixedPoint.parse(text)).equals(text);

        assertThat(slice.unlessShortest()).isEqualTo(shortest ? null : text);
    }

    private static List<Long> pairs(Levels levels) {
        List<Long> pairs = new ArrayList<>();
        for (int i = 0; i < levels.count(); i++) {
            pairs.addAll(List.of(levels.price(i), levels.size(i)));
        }
        return pairs;
    }

    private static List<Long> pairs(SortedMap<Long, Long> levels) {
        List<Long> pairs = new ArrayList<>();
        levels.forEach((price, size) -> pairs.addAll(List.of(price, size)));
        return pairs;
    }

    private static List<@Nullable String> words(Levels levels) {
        List<@Nullable String> words = new ArrayList<>();
        for (int i = 0; i < levels.count(); i++) {
            words.add(levels.priceText(i));
            words.add(levels.sizeText(i));
        }
        return words;
    }
}
