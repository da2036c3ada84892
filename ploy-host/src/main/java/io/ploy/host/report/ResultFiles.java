package io.ploy.host.report;

import io.ploy.core.backtest.BacktestResult;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a result into a folder. */
public final class ResultFiles {
    /** What is written, in this order. */
    public static final List<String> NAMES =
            List.of("summary.json", "orders.csv", "fills.csv", "equity.csv", "report.html");

    private ResultFiles() {}

    /**
     * Makes the folder if there is none. Fails before hours of work rather than after.
     *
     * @throws CommandFailure if it cannot be made or written into
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandFailure.badInput("Cannot make the folder " + folder + " for --out: " + reason(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.badInput("The folder " + folder + " for --out cannot be written into.");
        }
    }

    /**
     * Writes every file, each whole or not at all, over those of an earlier run.
     *
     * @throws CommandFailure if one cannot be written
     */
    public static void write(BacktestResult result, Path folder) {
        Instruments instruments = new Instruments(result);
        try {
            AtomicFile.write(folder.resolve("summary.json"), out -> out.write(SummaryJson.of(result)));
            AtomicFile.write(folder.resolve("orders.csv"), out -> CsvFiles.orders(result, instruments, out));
            AtomicFile.write(folder.resolve("fills.csv"), out -> CsvFiles.fills(result, instruments, out));
            AtomicFile.write(folder.resolve("equity.csv"), out -> CsvFiles.equity(result, out));
            AtomicFile.write(folder.resolve("report.html"), out -> HtmlReport.write(result, out));
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot write the results into " + folder + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
