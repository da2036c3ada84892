package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Crypto15mRawTest {
    private static final String SESSION = "crypto15m-raw/tiny.raw_messages.jsonl";

    @TempDir
    private Path folder;

    private final Crypto15mRawFormat format = new Crypto15mRawFormat();

    @Test
    void everyRowIsAccountedFor() {
        Read read = Read.all(format, Samples.file(SESSION));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).singleElement().asString().startsWith("10: no proper JSON");
        // Ignored: the other feed, the new market, and the outdated answer.
        assertThat(read.statistics()).isEqualTo(new RecordingStatistics(13, 0, 1, 3, 7, 7, 4, 3, 4, 4, 1));
    }

    @Test
    void eventsComeInOrderWithTheirDoubts() {
        Read read = Read.all(format, Samples.file(SESSION));

        assertThat(read.inOrder()).isTrue();
        assertThat(read.events().stream().map(Crypto15mRawTest::brief))
                .containsExactly(
                        "MarketChanged",
                        "BookSnapshot 111",
                        "BookSnapshot 222",
                        "BookSnapshot 111",
                        "BookSnapshot 222",
                        "BookChanged 111",
                        "BookChanged 222",
                        "ReferencePriced",
                        "ReferencePriced",
                        "ReferencePriced",
                        "BookChanged 111",
                        "BookDistrusted 111 SUSPECT",
                        "BookChanged 222",
                        "BookDistrusted 111 SYNCING",
                        "BookDistrusted 222 SYNCING",
                        "BookSnapshot 111",
                        "BookDistrusted 111 SYNCING",
                        "BookSnapshot 111");
    }

    @Test
    void timeIsTheFinerOneOnlyWhereItIsAWallClocks() {
        Read read = Read.all(format, Samples.file(SESSION));

        assertThat(read.events().get(1).at()).isEqualTo(Samples.START.plusNanos(123_456));
        assertThat(read.only(MarketEvent.BookSnapshot.class).get(4).at())
                .isEqualTo(Samples.START.plusMillis(950).plusNanos(123_456));
        assertThat(read.events().get(read.events().size() - 1).at()).isEqualTo(Samples.START.plusMillis(60_200));
    }

    @Test
    void marketsComeFromTheCompanion() {
        Market market = Read.all(format, Samples.file(SESSION))
                .only(MarketEvent.MarketChanged.class)
                .get(0)
                .market();

        assertThat(market.rules().fees()).contains(FeeSchedule.takerRate("0.072"));
        assertThat(market.rules().minimumSize()).isEqualTo(Quantity.ofShares(5));
        assertThat(market.status()).isEqualTo(MarketStatus.OPEN);
        assertThat(market.window().orElseThrow().referenceSymbol()).isEqualTo("BTC/USD");
        assertThat(market.window().orElseThrow().start()).isEqualTo(Samples.START);
        assertThat(market.window().orElseThrow().strike()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "unknown",
            value = {
                "\"fees_enabled\":true;                        \"fees_enabled\":false; rate 0 exponent 1 taker only",
                "\"raw_fee_config\":;                          \"other\":;             unknown",
                "\"fee_parameters\":;                          \"other\":;             unknown",
                "\"rate\":0.072;                               \"rate\":0.07;          rate 0.07 exponent 1 taker only",
            })
    void feesAreOnlyWhatTheDataNames(String from, String to, String fees) throws IOException {
        Path file = copy(Files.readString(Samples.file("crypto15m-raw/tiny.markets.jsonl"))
                .replace(from, to));

        Market market = Read.all(format, file)
                .only(MarketEvent.MarketChanged.class)
                .get(0)
                .market();

        assertThat(market.rules().fees().map(FeeSchedule::toString).orElse(null))
                .isEqualTo(fees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.01; 0.03",
                "\"condition_id\":\"0xc0ffee\"; \"condition_id\":7",
                "\"outcomes\":; \"results\":",
                "1769861700000; 1769860800000",
                "\"rate\":0.072; \"rate\":7.2",
                "\"rate\":0.072; \"rate\":1e999999999",
                "\"token_id\":\"222\"; \"token_id\":\"111\"",
                "}; ]",
            })
    void aCompanionThatMakesNoSenseIsRefusedByName(String from, String to) throws IOException {
        Path file = copy(Files.readString(Samples.file("crypto15m-raw/tiny.markets.jsonl"))
                .replace(from, to));

        assertThatThrownBy(() -> Read.all(format, file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("copy.markets.jsonl, line 1");
    }

    @Test
    void aMissingCompanionIsRefusedByName() throws IOException {
        Path file = Files.copy(Samples.file(SESSION), folder.resolve("alone.raw_messages.jsonl"));

        assertThatThrownBy(() -> Read.all(format, file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("alone.markets.jsonl");
    }

    @Test
    void aPackedSessionCutOffFailsWhereItEnds() throws IOException {
        copy(Files.readString(Samples.file("crypto15m-raw/tiny.markets.jsonl")));
        byte[] packed = Samples.packed(Files.readAllBytes(Samples.file(SESSION)));
        Path file =
                Files.write(folder.resolve("copy.raw_messages.jsonl.gz"), Arrays.copyOf(packed, packed.length * 2 / 3));

        Read read = Read.all(format, file);

        assertThat(read.events()).isNotEmpty();
        assertThat(read.failure())
                .isNotNull()
                .hasMessageContaining(file + " is cut off at byte " + packed.length * 2 / 3);
    }

    private Path copy(String markets) throws IOException {
        Samples.write(folder, "copy.markets.jsonl", markets);
        return Files.copy(Samples.file(SESSION), folder.resolve("copy.raw_messages.jsonl"));
    }

    private static String brief(MarketEvent event) {
        String kind = event.getClass().getSimpleName();
        if (event instanceof MarketEvent.BookSnapshot book) {
            return kind + " " + book.instrument().symbol();
        }
        if (event instanceof MarketEvent.BookChanged changed) {
            return kind + " " + changed.instrument().symbol();
        }
        if (event instanceof MarketEvent.BookDistrusted distrusted) {
            assertThat(distrusted.trust()).isNotEqualTo(BookTrust.LIVE);
            return kind + " " + distrusted.instrument().symbol() + " " + distrusted.trust();
        }
        return kind;
    }
}
