package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures the recordings' own notes give, reproduced. */
class RealRecordingsTest {
    @Test
    void everyRawBookHashIsRightAndTwoOf130ChangesAreNot() throws IOException {
        RecordingStatistics sum = RecordingStatistics.NONE;
        int suspects = 0;
        for (Path file : files("crypto15m-raw", ".raw_messages.jsonl.gz")) {
            Read read = Read.all(new Crypto15mRawFormat(), file);
            assertThat(read.failure()).isNull();
            assertThat(read.problems()).isEmpty();
            assertThat(read.inOrder()).isTrue();
            sum = sum.plus(read.statistics());
            suspects += (int) read.only(MarketEvent.BookDistrusted.class).stream()
                    .filter(event -> event.trust() == BookTrust.SUSPECT)
                    .count();
        }

        assertThat(sum.rows()).isEqualTo(1_947 + 220 + 36 + 30 + 11);
        assertThat(sum.bookHashesChecked()).isEqualTo(444 + 258);
        assertThat(sum.bookHashesMatched()).isEqualTo(444 + 258);
        assertThat(sum.deltaHashesChecked()).isEqualTo(130);
        assertThat(sum.deltaHashesMatched()).isEqualTo(128);
        assertThat(sum.topsChecked()).isEqualTo(130);
        assertThat(sum.topsMatched()).isEqualTo(130);
        assertThat(suspects).isEqualTo(2);
    }

    @Test
    void rawMarketsCarryTheFeesTheirDataNames() {
        Path file = SharedData.folder("crypto15m-raw")
                .resolve("m9-rtds-natural-20260429T021025Z-fresh.raw_messages.jsonl.gz");

        Read read = Read.all(new Crypto15mRawFormat(), file);

        assertThat(read.only(MarketEvent.MarketChanged.class)).hasSize(3).allSatisfy(event -> {
            assertThat(event.market().rules().fees()).contains(FeeSchedule.takerRate("0.072"));
            assertThat(event.market().rules().minimumSize()).isEqualTo(Quantity.ofShares(5));
        });
        assertThat(read.only(MarketEvent.ReferencePriced.class)).hasSizeGreaterThan(810);
        assertThat(read.only(MarketEvent.ReferencePriced.class))
                .extracting(event -> event.price().source())
                .containsOnly("chainlink");
        assertThat(read.statistics().ignored()).isGreaterThanOrEqualTo(300 + 30 + 270 + 17);
    }

    @ParameterizedTest
    @CsvSource({
        "1771633800, 7153,  894, 67892.0436479424,  Down, 0",
        "1771634700, 7150,  894, 67818.78597721562, Down, 0",
        "1771635600, 7151,  893, 67821.182683,      Up,   0",
        "1771636500,  308,  130, 67892.19373612294, -,    0",
        "1771726500, 3874,  602, 68079.716901,      Down, 0",
    })
    void fiveLevelWindowsEndAsTheyDid(
            long start, int rows, int distinct, BigDecimal strike, String winner, int malformed) {
        Path file = SharedData.folder("btc15m-l5").resolve("btc-updown-15m-" + start + ".csv.gz");

        Read read = Read.all(new FiveLevelFormat(), file);

        assertThat(read.failure()).isNull();
        assertThat(read.inOrder()).isTrue();
        assertThat(read.problems()).hasSize(malformed);
        assertThat(read.statistics().rows()).isEqualTo(rows);
        assertThat(read.statistics().duplicates()).isEqualTo(rows - distinct);
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2 * distinct);
        Market market = read.only(MarketEvent.MarketChanged.class)
                .get(read.only(MarketEvent.MarketChanged.class).size() - 1)
                .market();
        assertThat(market.window().orElseThrow().strike()).contains(strike);
        assertThat(market.rules().fees()).isEmpty();
        assertThat(read.only(MarketEvent.MarketResolved.class))
                .extracting(event -> event.resolution().firstPayout().equals(Price.ONE) ? "Up" : "Down")
                .isEqualTo(winner.equals("-") ? List.of() : List.of(winner));
        assertThat(read.only(MarketEvent.TickSizeChanged.class))
                .extracting(MarketEvent.TickSizeChanged::tickSize)
                .isEqualTo(start == 1771726500 ? List.of(TickSize.TENTH_CENT, TickSize.TENTH_CENT) : List.of());
    }

    @Test
    void fiveLevelBooksOfTheTwoOutcomesMirrorEachOther() {
        Path file = SharedData.folder("btc15m-l5").resolve("btc-updown-15m-1771633800.csv.gz");

        List<MarketEvent.BookSnapshot> books =
                Read.all(new FiveLevelFormat(), file).only(MarketEvent.BookSnapshot.class);

        int twoSided = 0;
        int mirrored = 0;
        for (int i = 0; i < books.size(); i += 2) {
            MarketEvent.BookSnapshot up = books.get(i);
            MarketEvent.BookSnapshot down = books.get(i + 1);
            if (!up.bids().isEmpty() && !up.asks().isEmpty()) {
                twoSided++;
                mirrored += up.bids()
                                        .get(0)
                                        .price()
                                        .complement()
                                        .equals(down.asks().get(0).price())
                                && up.bids()
                                        .get(0)
                                        .size()
                                        .equals(down.asks().get(0).size())
                        ? 1
                        : 0;
            }
        }
        assertThat(twoSided).isEqualTo(866);
        assertThat(mirrored).isEqualTo(866);
    }

    @ParameterizedTest
    @CsvSource({
        "15m_btc_trades_1765450800up.json.gz,   1580, 63379.174262",
        "15m_btc_trades_1765450800down.json.gz, 1390, 46431.282431",
        "15m_sol_trades_1765450800up.json.gz,    137, 4579.382218",
        "15m_sol_trades_1765450800down.json.gz,  110, 3803.484052",
        "1h_btc_trades_1765450800up.json.gz,     200, 6707.726680",
        "1h_btc_trades_1765450800down.json.gz,   100, 4918.809972",
    })
    void tradesSumToTheirVolume(String name, int trades, String volume) {
        Read read = Read.all(
                new FullDepthFormat(), SharedData.folder("crypto-fulldepth").resolve(name));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).isEmpty();
        assertThat(read.inOrder()).isTrue();
        Quantity sum = Quantity.ZERO;
        for (MarketEvent.Traded event : read.only(MarketEvent.Traded.class)) {
            sum = sum.plus(event.trade().quantity());
        }
        assertThat(read.only(MarketEvent.Traded.class)).hasSize(trades);
        assertThat(sum).isEqualTo(Quantity.parse(volume));
        assertThat(read.only(MarketEvent.ReferencePriced.class)).hasSize(name.contains("up") ? trades : 0);
    }

    @ParameterizedTest
    @CsvSource({"15m_sol, 248", "1h_btc, 300"})
    void fullBooksOfTheTwoOutcomesMirrorEachOther(String prefix, int snapshots) {
        Path folder = SharedData.folder("crypto-fulldepth");

        Read up = Read.all(new FullDepthFormat(), folder.resolve(prefix + "_orderbooks_1765450800up.json.gz"));
        Read down = Read.all(new FullDepthFormat(), folder.resolve(prefix + "_orderbooks_1765450800down.json.gz"));

        List<MarketEvent.BookSnapshot> ups = up.only(MarketEvent.BookSnapshot.class);
        List<MarketEvent.BookSnapshot> downs = down.only(MarketEvent.BookSnapshot.class);
        assertThat(ups).hasSize(snapshots);
        assertThat(downs).hasSize(snapshots);
        for (int i = 0; i < snapshots; i++) {
            assertThat(ups.get(i).bids())
                    .extracting(level -> tuple(level.price().complement(), level.size()))
                    .isEqualTo(downs.get(i).asks().stream()
                            .map(level -> tuple(level.price(), level.size()))
                            .toList());
        }
        assertThat(up.only(MarketEvent.MarketChanged.class).get(0).market())
                .isEqualTo(down.only(MarketEvent.MarketChanged.class).get(0).market());
    }

    @Test
    void tradesInPlaySumToTheirVolume() {
        Path folder = SharedData.folder("btc15m-inplay-20251030");

        Read trades = Read.all(new InPlayFormat(), folder.resolve("last_trade_price.jsonl.gz"));
        Read books = Read.all(new InPlayFormat(), folder.resolve("book_up.jsonl.gz"));

        Quantity sum = Quantity.ZERO;
        for (MarketEvent.Traded event : trades.only(MarketEvent.Traded.class)) {
            sum = sum.plus(event.trade().quantity());
        }
        assertThat(trades.only(MarketEvent.Traded.class)).hasSize(594);
        assertThat(sum).isEqualTo(Quantity.parse("24851.03478"));
        assertThat(trades.statistics().steppedBack()).isEqualTo(2);
        assertThat(books.only(MarketEvent.BookSnapshot.class)).hasSize(597);
        assertThat(books.only(MarketEvent.BookDistrusted.class)).isEmpty();
        assertThat(books.statistics().bookHashesMatched()).isEqualTo(1);
        assertThat(books.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crypto15m-raw, m9-pyth-proxy-natural-20260428a.raw_messages.jsonl.gz",
        "btc15m-l5, btc-updown-15m-1771726500.csv.gz",
        "crypto-fulldepth, 1h_btc_orderbooks_1765450800up.json.gz",
        "btc15m-inplay-20251030, last_trade_price.jsonl.gz",
    })
    void recordingsOfOthersReadTheSameOnceConverted(String folder, String name, @TempDir Path converted) {
        Path file = SharedData.folder(folder).resolve(name);
        Read original = Read.all(format(file), file);
        Path ours = converted.resolve("converted.ploy.jsonl.gz");

        try (RecordingWriter writer = RecordingWriter.create(
                ours, new RecordingHeader("polymarket", original.events().get(0).at(), name, true, List.of()))) {
            original.events().forEach(writer::write);
        }

        Read read = Read.all(new PloyRecordingFormat(), ours);
        assertThat(read.failure()).isNull();
        assertThat(read.events().stream().map(RealRecordingsTest::inWireOrder))
                .containsExactlyElementsOf(original.events().stream()
                        .map(RealRecordingsTest::inWireOrder)
                        .toList());
    }

    private static MarketEvent inWireOrder(MarketEvent event) {
        if (event instanceof MarketEvent.BookSnapshot book) {
            Comparator<BookLevel> byPrice = Comparator.comparing(BookLevel::price);
            return new MarketEvent.BookSnapshot(
                    book.at(),
                    book.instrument(),
                    book.tickSize(),
                    book.bids().stream().sorted(byPrice).toList(),
                    book.asks().stream().sorted(byPrice.reversed()).toList());
        }
        return event;
    }

    private static RecordingFormat format(Path file) {
        return ServiceLoader.load(RecordingFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.accepts(file))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(SharedData.folder(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
