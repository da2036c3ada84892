package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.TickSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PloyRecordingTest {
    private static final String HEADER =
            "{\"ploy\":1,\"venue\":\"polymarket\",\"created\":\"2026-01-31T11:59:58Z\",\"markets\":["
                    + "{\"id\":\"0xc0ffee\",\"outcomes\":[{\"name\":\"Up\",\"instrument\":\"111\"},{\"name\":\"Down\",\"instrument\":\"222\"}],"
                    + "\"tickSize\":\"0.01\"}]}\n";
    private static final String BOOK = line(
            100,
            "\"f\":{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.4\",\"size\":\"1\"}],\"asks\":[]}");

    @TempDir
    private Path folder;

    private final PloyRecordingFormat format = new PloyRecordingFormat();

    @Test
    void absentRulesAreTheDefaultsAndAbsentFeesAreNotKnown() {
        Market market = read(HEADER + BOOK + end(1))
                .only(MarketEvent.MarketChanged.class)
                .get(0)
                .market();

        assertThat(market.rules().fees()).isEmpty();
        assertThat(market.rules().tickSize()).isEqualTo(TickSize.CENT);
        assertThat(market.status()).isEqualTo(MarketStatus.OPEN);
        assertThat(market.window()).isEmpty();
    }

    @Test
    void timesAreNanoseconds() {
        Read read = read(HEADER + line(1_769_860_800_123_456_789L, "\"f\":" + frame()) + end(1));

        assertThat(read.only(MarketEvent.BookSnapshot.class).get(0).at())
                .isEqualTo(Instant.parse("2026-01-31T12:00:00.123456789Z"));
    }

    @Test
    void aRecordingWithoutLinesStillNamesItsMarkets() {
        Read read = read(HEADER + end(0));

        assertThat(read.failure()).isNull();
        assertThat(read.events())
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.at()).isEqualTo(Instant.parse("2026-01-31T11:59:58Z")));
    }

    @Test
    void framesThatAreTextAreUnpacked() {
        String quoted = "\"" + frame().replace("\"", "\\\"") + "\\n\"";

        assertThat(read(HEADER + line(1, "\"s\":\"rest\",\"f\":" + quoted) + end(1))
                        .only(MarketEvent.BookSnapshot.class))
                .hasSize(1);
    }

    @Test
    void keepAlivesAndOtherSourcesAreIgnored() {
        Read read = read(HEADER
                + line(1, "\"f\":\"PING\"")
                + line(2, "\"s\":\"market\",\"c\":1,\"f\":\"PONG\"")
                + line(3, "\"s\":\"coinbase\",\"f\":{\"any\":[1,{}]}")
                + line(4, "\"f\":{\"event_type\":\"new_market\"}")
                + end(4));

        assertThat(read.problems()).isEmpty();
        assertThat(read.statistics().rows()).isEqualTo(4);
        assertThat(read.statistics().ignored()).isEqualTo(4);
    }

    @Test
    void marketsMayComeLaterAndChange() {
        String later = "\"market\":{\"id\":\"0xbeef\",\"outcomes\":[{\"name\":\"Yes\",\"instrument\":\"5\"},"
                + "{\"name\":\"No\",\"instrument\":\"6\"}],\"tickSize\":\"0.001\"}";
        Read read = read(HEADER
                + line(1, later)
                + line(2, "\"f\":{\"event_type\":\"book\",\"asset_id\":\"6\",\"bids\":[],\"asks\":[]}")
                + line(3, later.replace("\"tickSize\"", "\"status\":\"PAUSED\",\"tickSize\""))
                + end(3));

        assertThat(read.problems()).isEmpty();
        assertThat(read.only(MarketEvent.MarketChanged.class))
                .extracting(event ->
                        event.market().id().symbol() + " " + event.market().status())
                .containsExactly("0xc0ffee OPEN", "0xbeef OPEN", "0xbeef PAUSED");
        assertThat(read.only(MarketEvent.BookSnapshot.class).get(0).tickSize()).isEqualTo(TickSize.TENTH_CENT);
    }

    @Test
    void gapsDistrustTheBooksKnown() {
        Read read = read(HEADER
                + line(50, "\"gap\":{}")
                + BOOK
                + line(200, "\"gap\":{\"trust\":\"STALE\",\"reason\":\"cut\"}")
                + line(300, "\"gap\":{\"trust\":\"SUSPECT\",\"reason\":\"hash\",\"instruments\":[\"222\"]}")
                + end(4));

        assertThat(read.only(MarketEvent.BookDistrusted.class))
                .extracting(event -> event.instrument().symbol() + " " + event.trust() + " " + event.reason())
                .containsExactly("111 STALE cut", "222 SUSPECT hash");
    }

    @Test
    void anUnreadableLineDistrustsEveryBookAndReadingGoesOn() {
        Read read = read(HEADER + BOOK + "{\"t\":150,\"f\":{\"event_ty\n" + BOOK + end(3));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).singleElement().asString().startsWith("3: no proper JSON");
        assertThat(read.statistics().malformed()).isEqualTo(1);
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
        assertThat(read.only(MarketEvent.BookDistrusted.class)).singleElement().satisfies(event -> {
            assertThat(event.trust()).isEqualTo(BookTrust.SYNCING);
            assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(0, 100));
        });
    }

    @Test
    void clockSetBackIsCountedAndTimeNeverGoesBack() {
        Read read = read(HEADER + BOOK + line(40, "\"f\":" + frame()) + line(120, "\"f\":" + frame()) + end(3));

        assertThat(read.inOrder()).isTrue();
        assertThat(read.statistics().steppedBack()).isEqualTo(1);
        assertThat(read.only(MarketEvent.BookSnapshot.class))
                .extracting(event -> EventClock.nanosOf(event.at()))
                .containsExactly(100L, 100L, 120L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"f\":{}}",
                "{\"t\":1}",
                "{\"t\":-1,\"f\":{}}",
                "{\"t\":1.5,\"f\":{}}",
                "{\"t\":\"1\",\"f\":{}}",
                "{\"t\":1,\"t\":2,\"f\":{}}",
                "{\"t\":99999999999999999999,\"f\":{}}",
                "{\"t\":1,\"f\":{},\"gap\":{}}",
                "{\"t\":1,\"f\":{},\"s\":\"rtds\"}",
                "{\"t\":1,\"f\":{}} {}",
                "{\"t\":1,\"f\":\"no frame\"}",
                "{\"t\":1,\"f\":\"{} {}\"}",
                "{\"t\":1,\"f\":5}",
                "{\"t\":1,\"gap\":{\"trust\":\"LIVE\"}}",
                "{\"t\":1,\"gap\":{\"trust\":\"NONE\"}}",
                "{\"t\":1,\"gap\":{\"instruments\":[\"999\"]}}",
                "{\"t\":1,\"gap\":{\"instruments\":[5]}}",
                "{\"t\":1,\"resolution\":{\"market\":\"0xc0ffee\",\"payouts\":[\"1\",\"1\"],\"at\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1,\"resolution\":{\"market\":\"0xc0ffee\",\"payouts\":[1,0],\"at\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1,\"resolution\":{\"market\":\"0xc0ffee\",\"payouts\":[\"1\",\"0\"],\"at\":\"noon\"}}",
                "{\"t\":1,\"price\":{\"symbol\":\"BTC/USD\",\"source\":\"spot\",\"value\":\"1e5\",\"sourceTime\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1,\"price\":{\"symbol\":\"BTC/USD\",\"source\":\"spot\",\"value\":\"5\"}}",
                "{\"t\":1,\"resolution\":{\"market\":\"0xother\",\"payouts\":[\"1\",\"0\"],\"at\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1,\"s\":{\"a\":1},\"f\":{}}",
                "{\"t\":1,\"s\":\"rtds\",\"f\":{\"topic\":{\"a\":1},\"payload\":5}}",
                "{\"t\":1,\"market\":{\"id\":\"0xnew\",\"tickSize\":\"0.01\",\"fees\":{\"rate\":\"0\",\"exponent\":99999999999},\"outcomes\":[{\"name\":\"A\",\"instrument\":\"8\"},{\"name\":\"B\",\"instrument\":\"7\"}]}}",
                "{\"t\":1,\"market\":{\"id\":\"0xc0ffee\"}}",
                "{\"t\":1,\"market\":{\"id\":\"0xnew\",\"tickSize\":\"0.01\",\"outcomes\":[{\"name\":\"A\",\"instrument\":\"111\"},{\"name\":\"B\",\"instrument\":\"7\"}]}}",
                "{\"t\":1,\"market\":{\"id\":\"0xnew\",\"tickSize\":\"0.3\",\"outcomes\":[{\"name\":\"A\",\"instrument\":\"8\"},{\"name\":\"B\",\"instrument\":\"7\"}]}}",
                "[]",
                "5",
                "",
                "no json",
            })
    void linesThatMakeNoSenseAreReportedAndLeftOut(String line) {
        Read read = read(HEADER + BOOK + line + "\n" + BOOK + end(3));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).singleElement().asString().startsWith("3: ");
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
        assertThat(read.only(MarketEvent.BookDistrusted.class)).hasSize(1);
        assertThat(read.events()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}\n",
                "{\"ploy\":2,\"venue\":\"polymarket\",\"created\":\"2026-01-31T11:59:58Z\",\"markets\":[]}\n",
                "{\"ploy\":1,\"created\":\"2026-01-31T11:59:58Z\",\"markets\":[]}\n",
                "{\"ploy\":1,\"venue\":\"polymarket\",\"created\":\"yesterday\",\"markets\":[]}\n",
                "{\"ploy\":1,\"venue\":\"polymarket\",\"created\":\"2026-01-31T11:59:58Z\"}\n",
                "{\"ploy\":1,\"venue\":\"polymarket\",\"created\":\"2026-01-31T11:59:58Z\",\"markets\":[{}]}\n",
                "{\"ploy\":1,\"venue\":\"polymarket\",\"created\":\"2026-01-31T11:59:58Z\",\"markets\":[]}",
                "garbage\n",
            })
    void aBeginningThatMakesNoSenseIsRefusedByName(String content) {
        Path file = Samples.write(folder, "bad.ploy.jsonl", content);

        assertThatThrownBy(() -> Read.all(format, file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aRecordingCutOffAnywhereIsNeverTakenForComplete() throws IOException {
        byte[] whole = (HEADER + BOOK + BOOK + end(2)).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("cut.ploy.jsonl");

        for (int length = HEADER.length(); length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Read read = Read.all(format, file);

            assertThat(read.failure()).as("cut at %d", length).isNotNull().hasMessageContaining(file.toString());
            assertThat(read.problems()).isEmpty();
        }
    }

    @Test
    void aPackedRecordingCutOffAnywhereIsNeverTakenForComplete() throws IOException {
        byte[] whole = Samples.packed((HEADER + BOOK + BOOK + end(2)).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("cut.ploy.jsonl.gz");

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            RecordingException failure;
            try {
                failure = Read.all(format, file).failure();
            } catch (RecordingException e) {
                failure = e;
            }
            assertThat(failure).as("cut at %d", length).isNotNull().hasMessageContaining(file.toString());
        }
    }

    @Test
    void linesMissingInTheMiddleAreNoticedAtTheEnd() {
        assertThat(read(HEADER + BOOK + end(2)).failure())
                .isNotNull()
                .hasMessageContaining("its end says 2 lines, found 1");
        assertThat(read(HEADER + BOOK + end(1) + BOOK).failure())
                .isNotNull()
                .hasMessageContaining("goes on after its end");
    }

    @Test
    void afterAFailureEveryFurtherCallFailsToo() {
        Path file = Samples.write(folder, "cut.ploy.jsonl", HEADER + BOOK);

        try (Recording recording = format.open(file, (where, line, problem) -> {})) {
            recording.next();
            recording.next();
            assertThatThrownBy(recording::next).isInstanceOf(RecordingException.class);
            assertThatThrownBy(recording::next).isInstanceOf(RecordingException.class);
        }
    }

    @Test
    void bytesReadAreThoseStored() throws IOException {
        Path file = Samples.write(folder, "big.ploy.jsonl.gz", HEADER + BOOK.repeat(50_000) + end(50_000));

        try (Recording recording = format.open(file, (where, line, problem) -> {})) {
            long last = 0;
            while (recording.next().isPresent()) {
                assertThat(recording.bytesRead()).isBetween(last, Files.size(file));
                last = recording.bytesRead();
            }
            assertThat(recording.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aLineLongerThanTheLimitIsLeftOutAndReadingGoesOn() {
        String endless = "{\"t\":1,\"x\":\"" + "y".repeat(LineReader.LONGEST) + "\"}\n";

        Read read = read(HEADER + BOOK + endless + BOOK + end(3));

        assertThat(read.problems()).singleElement().asString().contains("longer than");
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
    }

    @Test
    void nameAloneDecidesWhatIsAccepted() {
        assertThat(List.of("a.ploy.jsonl", "a.ploy.jsonl.gz"))
                .allSatisfy(name -> assertThat(format.accepts(Path.of(name))).isTrue());
        assertThat(List.of("a.jsonl", "ploy.jsonl.gz", "a.ploy.json", "a.ploy.jsonl.zst"))
                .allSatisfy(name -> assertThat(format.accepts(Path.of(name))).isFalse());
    }

    private Read read(String content) {
        return Read.all(format, Samples.write(folder, "test.ploy.jsonl", content));
    }

    private static String frame() {
        return "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[],\"asks\":[]}";
    }

    private static String line(long nanos, String rest) {
        return "{\"t\":" + nanos + "," + rest + "}\n";
    }

    private static String end(int lines) {
        return "{\"end\":{\"lines\":" + lines + "}}\n";
    }
}
