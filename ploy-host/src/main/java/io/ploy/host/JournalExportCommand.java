package io.ploy.host;

import io.ploy.host.console.Amounts;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.TextTable;
import io.ploy.host.journal.HistoryWarnings;
import io.ploy.host.journal.JournalLocation;
import io.ploy.host.journal.RecordProgress;
import io.ploy.host.journal.RowFormat;
import io.ploy.host.journal.TableFiles;
import io.ploy.host.report.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy journal export}. */
@Command(
        name = "export",
        header = "Write every table of a journal into files.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nOne file a table, every row, every column, amounts exact. Reads the journal once. Files of an earlier export"
                    + " are replaced when all new ones are complete. docs/journal.md describes the columns."
        },
        footer = {
            "%nExamples:",
            "  ploy journal export journal/ --out tables/",
            "  ploy journal export ploy.db --out tables/ --format jsonl",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the journal is damaged: the rows are those before that place."
        })
final class JournalExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write into.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv or jsonl. Default: ${DEFAULT-VALUE}.")
    private RowFormat format = RowFormat.CSV;

    JournalExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalLocation location = journal.location(console);
        ResultFiles.prepare(out);
        try {
            TableFiles.Written written =
                    TableFiles.write(visitor -> location.read(new RecordProgress(console, visitor)), out, format);
            TextTable table = new TextTable().words("file").numbers("rows");
            written.rows().forEach((file, rows) -> table.row(file, Amounts.count(rows)));
            table.lines(console.outStyle()).forEach(console.out()::println);
            return HistoryWarnings.print(console, written.skipped(), written.damage()) ? ExitCode.OK : ExitCode.DAMAGED;
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot write the tables into " + out + ": " + e + ".", e);
        }
    }
}
