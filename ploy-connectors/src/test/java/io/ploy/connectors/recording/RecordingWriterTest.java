package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.PloyException;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingWriterTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"any.ploy.jsonl", "any.ploy.jsonl.gz"})
    void everyEventIsReadBackEqual(String name) {
        Path file = folder.resolve(name);
        List<MarketEvent> events = new EventGenerator(42).events(5_000);

        try (RecordingWriter writer = RecordingWriter.create(
                file, new RecordingHeader("polymarket", Samples.START, "test", true, List.of(Samples.market())))) {
            events.forEach(writer::write);
        }

        Read read = Read.all(new PloyRecordingFormat(), file);
        assertThat(read.failure()).isNull();
        assertThat(read.problems()).isEmpty();
        assertThat(read.events().subList(1, read.events().size())).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_type\":\"new_market\", \"x\" : [1, 2.50, \"\\u00e9é\"]}",
                "[]",
                "PONG",
                "",
                "{\"a\":1}\n",
                " {\"a\":1}",
                "{\"a\":1} {\"b\":2}",
                "{\"broken\":",
                "}{",
                "tab\t, quote \" and \\ and \u0001 and \ud83d\ude00 and \ud83d alone",
                "{\"lone\":\"\ud83d\"}",
                "{\r\n}",
            })
    void framesAreKeptLetterByLetter(String frame) throws IOException {
        Path file = folder.resolve("frames.ploy.jsonl");

        try (RecordingWriter writer = RecordingWriter.create(file, Samples.header())) {
            writer.frame(Samples.START, "other", 3, frame);
        }

        String line = Files.readAllLines(file).get(1);
        JsonNode kept = Json.MAPPER.readTree(line).get("f");
        if (kept.isTextual()) {
            assertThat(kept.textValue()).isEqualTo(frame);
        } else {
            assertThat(line).endsWith(",\"s\":\"other\",\"c\":3,\"f\":" + frame + "}");
        }
        assertThat(Read.all(new PloyRecordingFormat(), file).failure()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live.ploy.jsonl", "live.ploy.jsonl.gz"})
    void whatWasFlushedCanBeReadThoughTheProcessDies(String name) throws IOException {
        Path file = folder.resolve(name);
        MarketEvent trade = trade();
        RecordingWriter writer = RecordingWriter.create(file, Samples.header());
        writer.write(trade);
        writer.flush();
        writer.write(trade);

        Path copy = Files.copy(file, folder.resolve("copy-" + name));
        writer.close();

        Read read = Read.all(new PloyRecordingFormat(), copy);
        assertThat(read.only(MarketEvent.Traded.class)).containsExactly((MarketEvent.Traded) trade);
        assertThat(read.failure()).isNotNull();
        assertThat(Read.all(new PloyRecordingFormat(), file).failure()).isNull();
    }

    @Test
    void headerSaysWhatItWasGiven() throws IOException {
        Path file = folder.resolve("header.ploy.jsonl");
        RecordingWriter.create(file, Samples.header()).close();

        Read read = Read.all(new PloyRecordingFormat(), file);

        assertThat(read.events())
                .containsExactly(new MarketEvent.MarketChanged(
                        Samples.START.minusSeconds(2), Samples.market().market()));
        assertThat(Files.readString(file)).startsWith("{\"ploy\":1,").endsWith("{\"end\":{\"lines\":0}}\n");
    }

    @Test
    void anExistingFileIsNotOverwritten() {
        Path file = Samples.write(folder, "old.ploy.jsonl", "precious");

        assertThatThrownBy(() -> RecordingWriter.create(file, Samples.header()))
                .isInstanceOf(PloyException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatCouldNotBeReadBackIsRefused() {
        assertThatThrownBy(() -> RecordingWriter.create(folder.resolve("x.jsonl"), Samples.header()))
                .isInstanceOf(IllegalArgumentException.class);
        try (RecordingWriter writer = RecordingWriter.create(folder.resolve("x.ploy.jsonl"), Samples.header())) {
            InstrumentId unknown = new InstrumentId("polymarket", "999");
            assertThatThrownBy(
                            () -> writer.write(new MarketEvent.TickSizeChanged(Samples.START, unknown, TickSize.CENT)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.gap(Samples.START, BookTrust.STALE, "", List.of(unknown)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.resolution(
                            Samples.START, Resolution.first(new MarketId("polymarket", "0xother"), Samples.START)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.gap(Samples.START, BookTrust.LIVE, "", null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.frame(Instant.EPOCH.minusNanos(1), "market", 0, "{}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Read.all(new PloyRecordingFormat(), folder.resolve("x.ploy.jsonl"))
                        .failure())
                .isNull();
    }

    @Test
    void nothingIsWrittenAfterClosing() {
        RecordingWriter writer = RecordingWriter.create(folder.resolve("x.ploy.jsonl"), Samples.header());
        writer.close();
        writer.close();

        assertThatThrownBy(() -> writer.write(trade())).isInstanceOf(IllegalStateException.class);
    }

    private static MarketEvent trade() {
        return new MarketEvent.Traded(
                new MarketTrade(Samples.UP, Side.BUY, Price.parse("0.5"), Quantity.ofShares(3), Samples.START));
    }
}
