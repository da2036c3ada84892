package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiveLevelTest {
    private static final String NAME = "btc-updown-15m-1769860800.csv";
    private static final Instant END = Samples.START.plus(Duration.ofMinutes(15));

    @TempDir
    private Path folder;

    private final FiveLevelFormat format = new FiveLevelFormat();

    @Test
    void rowsThatComeAgainAreDuplicates() {
        Read read = Read.all(format, Samples.file("btc15m-l5/" + NAME));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).isEmpty();
        assertThat(read.statistics()).isEqualTo(new RecordingStatistics(10, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2 * 5);
        assertThat(read.inOrder()).isTrue();
    }

    @Test
    void aRowSaysMarketReferenceBooksAndTrades() {
        List<MarketEvent> events =
                Read.all(format, Samples.file("btc15m-l5/" + NAME)).events();
        Instant second = Samples.START.plusSeconds(7);

        assertThat(events.subList(0, 4).stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly("MarketChanged", "ReferencePriced", "BookSnapshot", "BookSnapshot");
        assertThat(events.get(2))
                .isEqualTo(new MarketEvent.BookSnapshot(
                        Samples.START.plusSeconds(6),
                        Samples.UP,
                        TickSize.CENT,
                        List.of(level("0.48", "100"), level("0.47", "5.25")),
                        List.of(level("0.49", "30"))));
        assertThat(((MarketEvent.MarketChanged) events.get(4))
                        .market()
                        .window()
                        .orElseThrow()
                        .strike())
                .contains(new BigDecimal("78100.5"));
        assertThat(events.get(8))
                .isEqualTo(new MarketEvent.Traded(new MarketTrade(
                        Samples.DOWN, Side.SELL, Price.parse("0.52"), Quantity.parse("10.153845"), second)));
    }

    @Test
    void onlyATradeThatDiffersFromTheRowBeforeIsNew() {
        assertThat(Read.all(format, Samples.file("btc15m-l5/" + NAME)).only(MarketEvent.Traded.class))
                .extracting(event -> event.trade().instrument().symbol() + " "
                        + event.trade().price())
                .containsExactly("222 0.52", "222 0.996", "111 0.001");
    }

    @Test
    void priceOffTheGridMakesTheStepFinerForBothOutcomes() {
        Read read = Read.all(format, Samples.file("btc15m-l5/" + NAME));

        assertThat(read.only(MarketEvent.TickSizeChanged.class))
                .containsExactly(
                        new MarketEvent.TickSizeChanged(END.minusMillis(1500), Samples.UP, TickSize.TENTH_CENT),
                        new MarketEvent.TickSizeChanged(END.minusMillis(1500), Samples.DOWN, TickSize.TENTH_CENT));
        assertThat(read.only(MarketEvent.BookSnapshot.class))
                .extracting(MarketEvent.BookSnapshot::tickSize)
                .startsWith(TickSize.CENT)
                .endsWith(TickSize.TENTH_CENT);
    }

    @Test
    void lastReferenceUpToTheEndDecidesNotTheOneAfterIt() {
        Read read = Read.all(format, Samples.file("btc15m-l5/" + NAME));

        assertThat(read.only(MarketEvent.MarketResolved.class))
                .containsExactly(
                        new MarketEvent.MarketResolved(END.plusMillis(700), Resolution.second(Samples.MARKET, END)));
    }

    @Test
    void aReferenceAtTheStrikeMeansUp() throws IOException {
        List<String> lines = lines();
        lines.replaceAll(line -> line.replace(",78100.49,", ",78100.5,"));
        // No book at the end says otherwise.
        lines.subList(lines.size() - 2, lines.size())
                .replaceAll(line -> line.replace(",0.001,900.0,", ",,,").replace(",0.999,900.0,", ",,,"));

        assertThat(read(lines).only(MarketEvent.MarketResolved.class))
                .extracting(event -> event.resolution().firstPayout())
                .containsExactly(Price.ONE);
    }

    @Test
    void aBookThatSaysOtherwiseLeavesTheOutcomeOpen() throws IOException {
        List<String> lines = lines();
        lines.replaceAll(line -> line.replace(",78100.49,", ",78100.51,"));

        Read read = read(lines);

        assertThat(read.only(MarketEvent.MarketResolved.class)).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains("the last book says otherwise");
    }

    @Test
    void aWindowCutShortHasNoOutcome() throws IOException {
        Read read = read(lines().subList(0, 5));

        assertThat(read.only(MarketEvent.MarketResolved.class)).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aWindowWithoutStrikeHasNoOutcome() throws IOException {
        List<String> lines = lines();
        lines.replaceAll(line -> line.replace(",78100.5,0", ",,0").replace(",78100.5,,", ",,,"));

        Read read = read(lines);

        assertThat(read.problems()).isEmpty();
        assertThat(read.only(MarketEvent.MarketChanged.class)).hasSize(1);
        assertThat(read.only(MarketEvent.MarketResolved.class)).isEmpty();
    }

    @Test
    void theFirstStrikeIsKeptWhateverComesLater() throws IOException {
        List<String> lines = lines();
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace(",78100.5,", ",78000,"));

        Read read = read(lines);

        assertThat(read.problems()).isEmpty();
        assertThat(read.only(MarketEvent.MarketResolved.class)).hasSize(1);
        assertThat(read.only(MarketEvent.MarketChanged.class)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a row of a time seen before that is not the same row
                "4; 78100.5,,0.48,100.0; 78100.5,,0.48,101.0; differs from the row of the same time",
                "11; 1769861700700; 1769860806500; is before rows ahead of it",
                "2; 0.48,100.0; 0.48,; only one of price and size",
                "2; 0.48,100.0; 0.48,-1; below zero",
                "2; 0.48,100.0; 1.48,100.0; outside",
                "2; 0.48,100.0; 0.48,1.0000001; finer than six",
                "2; 0.48,100.0; 0.48,1e3; no",
                "2; 0.48,100.0; 0.48005,1; off every step",
                "2; 0.47,5.25; 0.48,5.25; two levels at 0.48",
                "2; 1769860806000; now; now",
                "2; 1769860806000; -5; no time",
                "2; 0xc0ffee; ; missing",
                "2; 1769861700000; 1769860800000; ends at or before",
                "2; 3.0,BUY; 3.0,HOLD; neither BUY nor SELL",
                "2; 3.0,BUY; 0,BUY; no shares",
                "2; 78100.5,; 1e9,; no decimal number",
                "2; 0.47,5.25; 0.47,5.25,7; expected",
                "3; 0xc0ffee; 0xother; another market",
            })
    void rowsThatMakeNoSenseAreReportedAndLeftOut(int line, String from, String to, String problem) throws IOException {
        List<String> lines = lines();
        String before = lines.get(line - 1);
        lines.set(line - 1, before.replace(from, to == null ? "" : to));
        assertThat(lines.get(line - 1)).isNotEqualTo(before);

        Read read = read(lines);

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).anySatisfy(told -> assertThat(told).contains(problem));
        assertThat(read.statistics().malformed())
                .isEqualTo(read.problems().size())
                .isPositive();
        assertThat(read.inOrder()).isTrue();
    }

    @Test
    void columnsAreFoundByNameAndAMissingOneIsNamed() throws IOException {
        List<String> lines = lines();
        lines.set(0, lines.get(0).replace("chainlink_btc", "chainlink_eth"));

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("no column 'chainlink_btc'");
        assertThatThrownBy(() -> read(List.of())).isInstanceOf(RecordingException.class);
    }

    @Test
    void parquetBesideItIsNotAccepted() {
        assertThat(format.accepts(Path.of("btc-updown-15m-1771633800.csv.gz"))).isTrue();
        assertThat(format.accepts(Path.of("btc-updown-15m-1771633800.parquet"))).isFalse();
        assertThat(format.accepts(Path.of("eth-updown-15m-1771633800.csv.gz"))).isFalse();
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(Samples.file("btc15m-l5/" + NAME)));
    }

    private Read read(List<String> lines) {
        String content = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return Read.all(format, Samples.write(folder, NAME, content));
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }
}
