package io.ploy.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.host.console.Style;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSummaryTest {
    @Test
    void tellsMarketsAccountDataAndProblems() {
        String text = String.join("\n", TextSummary.lines(SampleResults.of(5, 50), Style.PLAIN));

        assertThat(text)
                .contains("dump-hedge, 2026-02-21 00:30:00 to ", "UTC, seed 1")
                .contains("Market ", "Outcome ", "Total ")
                .contains("unresolved", "void")
                .contains("Denied    1 orders: MAX_ORDER 1")
                .contains("894 duplicates")
                .contains("change hashes 128 of 130")
                .contains("btc-updown-15m-1771636500.csv.gz:17: expected 23 columns")
                .doesNotContain("\u001B");
    }

    @Test
    void columnsLineUp() {
        List<String> lines = TextSummary.lines(SampleResults.of(3, 50), Style.PLAIN);
        int header = 2;

        int width = lines.get(header).length();

        assertThat(lines.subList(header, header + 5)).allMatch(line -> line.length() == width);
    }

    @Test
    void coloursOnlyWhereAsked() {
        assertThat(String.join("\n", TextSummary.lines(SampleResults.of(1, 50), Style.COLOURS)))
                .contains("\u001B[");
    }

    @Test
    void escapeSequencesInNamesDoNotReachTheTerminal() {
        String text = String.join(
                "\n", TextSummary.lines(SampleResults.of(1, 50, "\u001B[31mred", Duration.ZERO), Style.PLAIN));

        assertThat(text).doesNotContain("\u001B").contains("·[31mred");
    }
}
