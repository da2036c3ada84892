package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that describes the format shows a recording that can be read. */
class RecordingFormatPageTest {
    @TempDir
    private Path folder;

    @Test
    void exampleOnThePageReadsAsThePageSays() throws IOException {
        String page = Files.readString(Path.of("../docs/recording-format.md"));
        String example = page.substring(page.indexOf("```jsonl\n") + 9);
        example = example.substring(0, example.indexOf("```"));

        Read read = Read.all(new PloyRecordingFormat(), Samples.write(folder, "page.ploy.jsonl", example));

        assertThat(read.failure()).isNull();
        assertThat(read.problems()).isEmpty();
        assertThat(read.events().get(0))
                .isEqualTo(new MarketEvent.MarketChanged(
                        Samples.START, Samples.market().market()));
        assertThat(read.events().stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "MarketChanged",
                        "BookSnapshot",
                        "BookChanged",
                        "Traded",
                        "ReferencePriced",
                        "BookDistrusted",
                        "BookSnapshot",
                        "MarketResolved");
        assertThat(read.only(MarketEvent.Traded.class).get(0).trade().quantity())
                .isEqualTo(Quantity.parse("7.25"));
        assertThat(read.only(MarketEvent.ReferencePriced.class).get(0).price().value())
                .isEqualByComparingTo("78123.456789");
        assertThat(read.only(MarketEvent.BookDistrusted.class).get(0).trust()).isEqualTo(BookTrust.STALE);
        Resolution resolution =
                read.only(MarketEvent.MarketResolved.class).get(0).resolution();
        assertThat(resolution.firstPayout()).isEqualTo(Price.ONE);
        assertThat(resolution.at()).isEqualTo(Samples.START.plus(Duration.ofMinutes(15)));
        assertThat(read.statistics().rows()).isEqualTo(8);
        assertThat(read.statistics().ignored()).isEqualTo(1);
        assertThat(read.statistics().bookHashesMatched()).isEqualTo(1);
        assertThat(read.statistics().topsMatched()).isEqualTo(1);
    }
}
