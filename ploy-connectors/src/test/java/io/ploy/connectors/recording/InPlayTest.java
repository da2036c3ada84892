package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingException;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InPlayTest {
    @TempDir
    private Path folder;

    private final InPlayFormat format = new InPlayFormat();

    @Test
    void booksAreComparedOnlyWhereTheirLastTradePriceIsKnown() {
        Read read = Read.all(format, Samples.file("inplay/book_up.jsonl"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
        assertThat(read.only(MarketEvent.BookDistrusted.class)).isEmpty();
        assertThat(read.statistics().bookHashesChecked()).isEqualTo(1);
        assertThat(read.statistics().bookHashesMatched()).isEqualTo(1);
    }

    @Test
    void bothFilesNameOneMarketThatIsNotInEither() {
        Read books = Read.all(format, Samples.file("inplay/book_up.jsonl"));
        Read trades = Read.all(format, Samples.file("inplay/last_trade_price.jsonl"));

        assertThat(trades.only(MarketEvent.MarketChanged.class).get(0).market())
                .isEqualTo(books.only(MarketEvent.MarketChanged.class).get(0).market())
                .satisfies(market -> {
                    assertThat(market.first().instrument()).isEqualTo(Samples.UP);
                    assertThat(market.second().instrument()).isEqualTo(Samples.DOWN);
                    assertThat(market.rules().fees()).isEmpty();
                });
    }

    @Test
    void tradesOutOfOrderCarryTheLaterTime() {
        Read read = Read.all(format, Samples.file("inplay/last_trade_price.jsonl"));

        assertThat(read.inOrder()).isTrue();
        assertThat(read.statistics().steppedBack()).isEqualTo(1);
        assertThat(read.only(MarketEvent.Traded.class))
                .extracting(event -> event.trade().quantity())
                .containsExactly(Quantity.ofShares(6), Quantity.parse("9.848482"), Quantity.ofShares(1));
    }

    @Test
    void bothFilesAreNeeded() throws IOException {
        Path alone = Files.copy(Samples.file("inplay/book_up.jsonl"), folder.resolve("book_up.jsonl"));

        assertThat(format.accepts(alone)).isFalse();
        assertThat(format.accepts(Samples.file("inplay/book_up.jsonl"))).isTrue();
        assertThatThrownBy(() -> Read.all(format, alone))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("last_trade_price");
    }

    @Test
    void linesThatMakeNoSenseAreReported() throws IOException {
        Files.copy(Samples.file("inplay/last_trade_price.jsonl"), folder.resolve("last_trade_price.jsonl"));
        String books = Files.readString(Samples.file("inplay/book_up.jsonl"));
        Path file = Samples.write(
                folder,
                "book_up.jsonl",
                "{}\n[]\n{\"message\":{\"event_type\":\"new_market\"}}\n" + books
                        + "{\"message\":{},\"message\":{}}\n");

        Read read = Read.all(format, file);

        assertThat(read.problems()).hasSize(4);
        assertThat(read.only(MarketEvent.BookSnapshot.class)).hasSize(2);
    }
}
