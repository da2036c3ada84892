package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullDepthTest {
    private static final String UP_BOOKS = "15m_btc_orderbooks_1769860800up.json";
    private static final String DOWN_TRADES = "1h_eth_trades_1769860800down.json";

    @TempDir
    private Path folder;

    private final FullDepthFormat format = new FullDepthFormat();

    @Test
    void booksOfTheUpFileComeWithTheSpotPrice() {
        Read read = Read.all(format, Samples.file("crypto-fulldepth/" + UP_BOOKS));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).isEmpty();
        assertThat(read.events().stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "MarketChanged",
                        "ReferencePriced",
                        "BookSnapshot",
                        "ReferencePriced",
                        "TickSizeChanged",
                        "BookSnapshot",
                        "ReferencePriced",
                        "BookSnapshot");
        assertThat(read.only(MarketEvent.ReferencePriced.class))
                .extracting(
                        event -> event.price().symbol() + " " + event.price().value())
                .containsExactly("BTC/USD 78100.005", "BTC/USD 78101.39499999999", "BTC/USD 78101");
        assertThat(read.only(MarketEvent.BookSnapshot.class).get(1))
                .isEqualTo(new MarketEvent.BookSnapshot(
                        Samples.START.plusSeconds(2),
                        new InstrumentId("polymarket", "btc-updown-15m-1769860800-up"),
                        TickSize.TENTH_CENT,
                        List.of(new BookLevel(Price.parse("0.485"), Quantity.ofShares(10))),
                        List.of(new BookLevel(Price.parse("0.51"), Quantity.ofShares(2)))));
        assertThat(read.statistics().rows()).isEqualTo(3);
    }

    @Test
    void bothFilesNameOneMarketWithItsWindow() {
        Market up = market("crypto-fulldepth/" + UP_BOOKS);
        Market down = market("crypto-fulldepth/15m_btc_orderbooks_1769860800down.json");

        assertThat(up).isEqualTo(down);
        assertThat(up.id().symbol()).isEqualTo("btc-updown-15m-1769860800");
        assertThat(up.window().orElseThrow().start()).isEqualTo(Samples.START);
        assertThat(up.window().orElseThrow().end()).isEqualTo(Samples.START.plus(Duration.ofMinutes(15)));
        assertThat(up.rules().fees()).isEmpty();
    }

    @Test
    void equalTradesAreAllKeptSinceNothingTellsThemApart() {
        Read read = Read.all(format, Samples.file("crypto-fulldepth/" + DOWN_TRADES));

        assertThat(read.only(MarketEvent.Traded.class))
                .extracting(
                        event -> event.trade().takerSide() + " " + event.trade().quantity())
                .containsExactly("BUY 1.929823", "BUY 1.929823", "SELL 10");
        assertThat(read.only(MarketEvent.ReferencePriced.class)).isEmpty();
        assertThat(market("crypto-fulldepth/" + DOWN_TRADES)
                        .window()
                        .orElseThrow()
                        .end())
                .isEqualTo(Samples.START.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"size\": \"100\"; \"size\": \"x\"",
                "\"size\": \"100\"; \"size\": \"-1\"",
                "\"size\": \"100\"; \"size\": 1e999999999",
                "\"price\": \"0.48\"; \"price\": \"0.49\"",
                "\"price\": \"0.48\"; \"price\": \"0.48005\"",
                "\"price\": \"0.48\"; \"cost\": \"0.48\"",
                "\"bids\": [; \"offers\": [",
                "\"local_timestamp\": \"1769860801000\"; \"local_timestamp\": \"soon\"",
                "78100.005; \"78100.005\"",
                "78100.005; -1",
                "78100.005; 1e-999999999",
                "\"asks\":; asks:",
                "\"asks\":; \"bids\": 1, \"asks\":",
            })
    void elementsThatMakeNoSenseAreReportedAndLeftOut(String from, String to) throws IOException {
        String content = Files.readString(Samples.file("crypto-fulldepth/" + UP_BOOKS));
        int at = content.indexOf(from);
        String changed = content.substring(0, at) + to + content.substring(at + from.length());

        Read read = Read.all(format, Samples.write(folder, UP_BOOKS, changed));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).singleElement().asString().startsWith("1: ");
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
    }

    @Test
    void aFileCutOffAnywhereIsNeverTakenForComplete() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("crypto-fulldepth/" + DOWN_TRADES));

        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve(DOWN_TRADES), Arrays.copyOf(whole, length));

            assertThat(Read.all(format, file).failure())
                    .as("cut at %d", length)
                    .isNotNull()
                    .hasMessageContaining(file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[] []", "[1,2", "x", "[{}}"})
    void aFileThatIsNoArrayFails(String content) {
        assertThat(Read.all(format, Samples.write(folder, UP_BOOKS, content)).failure())
                .isNotNull();
    }

    @Test
    void anEmptyArrayIsARecordingOfNothing() {
        Read read = Read.all(format, Samples.write(folder, UP_BOOKS, " [ ]\n"));

        assertThat(read.failure()).isNull();
        assertThat(read.events()).isEmpty();
    }

    @Test
    void elementsFarLargerThanABufferAreRead() {
        StringBuilder levels = new StringBuilder();
        for (int i = 1; i < 9_999; i++) {
            levels.append(i == 1 ? "" : ",")
                    .append("{\"price\":\"")
                    .append(Price.ofMicros(i * 100L))
                    .append("\",\"size\":\"1\"}");
        }
        String element = "{\"bids\":[" + levels + "],\"asks\":[],\"local_timestamp\":\"1769860801000\"}";

        Read read = Read.all(
                format, Samples.write(folder, UP_BOOKS + ".gz", "[" + element + "," + element + ",\"] , { \\\" \"]"));

        assertThat(read.only(MarketEvent.BookSnapshot.class))
                .hasSize(2)
                .allSatisfy(book -> assertThat(book.bids()).hasSize(9_998));
        assertThat(read.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15m_btc_orderbooks_1769860800.json",
                "15m_btc_quotes_1769860800up.json",
                "15_btc_trades_1769860800up.json",
                "15m_btc_trades_1769860800up.csv",
            })
    void otherNamesAreNotAccepted(String name) {
        assertThat(format.accepts(Path.of(name))).isFalse();
        assertThatThrownBy(() -> format.open(Path.of(name), (file, line, problem) -> {}))
                .isInstanceOf(RecordingException.class);
    }

    private Market market(String file) {
        return Read.all(format, Samples.file(file))
                .only(MarketEvent.MarketChanged.class)
                .get(0)
                .market();
    }
}
