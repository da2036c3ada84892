package io.ploy.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.core.backtest.BacktestResult;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesEveryFileOverThoseOfAnEarlierRunAndLeavesNothingElse() throws IOException {
        Path out = folder.resolve("deep/er");
        ResultFiles.prepare(out);
        ResultFiles.write(SampleResults.of(1, 20), out);

        ResultFiles.write(SampleResults.of(2, 20), out);

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ResultFiles.NAMES);
        }
        assertThat(Files.readString(out.resolve("summary.json"))).isEqualTo(SummaryJson.of(SampleResults.of(2, 20)));
    }

    @Test
    void equalResultsGiveEqualBytes() throws IOException {
        ResultFiles.write(SampleResults.of(3, 200), folder);
        byte[] page = Files.readAllBytes(folder.resolve("report.html"));
        byte[] orders = Files.readAllBytes(folder.resolve("orders.csv"));

        ResultFiles.write(SampleResults.of(3, 200), folder);

        assertThat(Files.readAllBytes(folder.resolve("report.html"))).isEqualTo(page);
        assertThat(Files.readAllBytes(folder.resolve("orders.csv"))).isEqualTo(orders);
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoOther() throws IOException {
        Path target = folder.resolve("a.csv");
        Files.writeString(target, "old");

        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write("half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(target).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeIsBadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ResultFiles.prepare(file.resolve("out")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--out");
    }

    @Test
    void ordersAreRowsWithQuotesWhereNeeded() throws IOException {
        BacktestResult result = SampleResults.of(2, 50);
        StringWriter out = new StringWriter();

        CsvFiles.orders(result, new Instruments(result), out);

        List<String> lines = List.of(out.toString().split("\r\n"));
        assertThat(lines).hasSize(1 + result.orders().size());
        assertThat(lines.get(0)).startsWith("order,strategy,market,outcome,");
        assertThat(lines.get(1))
                .startsWith("main-1-1,dump-hedge,btc-updown-15m-")
                .contains(",\"leg \"\"one\"\", of two\",");
        assertThat(lines.get(4)).contains(",DENIED,RISK,0,0,,0,0,");
        assertThat(out.toString()).endsWith("\r\n");
    }

    @Test
    void timesInTablesHaveSixDecimals() throws IOException {
        StringWriter out = new StringWriter();

        CsvFiles.equity(SampleResults.of(1, 20), out);

        assertThat(out.toString().lines().skip(1))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z,.*"));
    }
}
