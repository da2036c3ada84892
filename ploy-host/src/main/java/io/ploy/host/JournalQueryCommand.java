package io.ploy.host;

import io.ploy.core.history.HistoryPage;
import io.ploy.core.history.HistoryQuery;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.ReplayedHistory;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.journal.HistoryWarnings;
import io.ploy.host.journal.JournalLocation;
import io.ploy.host.journal.RecordProgress;
import io.ploy.host.journal.RowFormat;
import io.ploy.host.journal.RowTable;
import io.ploy.host.journal.RowWriter;
import io.ploy.host.journal.TableName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy journal query}. */
@Command(
        name = "query",
        header = "Search orders, fills, positions and the rest by order, market, strategy and time.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nThe screen shows the columns one looks at first, and the last rows. CSV and JSON lines carry every column,"
                    + " exactly, and every row. docs/journal.md describes the tables."
        },
        footer = {
            "%nExamples:",
            "  ploy journal query journal/ orders",
            "  ploy journal query journal/ events --order main-3-17",
            "  ploy journal query journal/ fills --market btc-updown-5m-1767614400",
            "  ploy journal query journal/ cash --from 2026-01-05 --to 2026-01-06 --format csv",
            "  ploy journal query journal/ alerts --format jsonl | jq -r .message",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the journal is damaged: the rows are those before that place."
        })
final class JournalQueryCommand implements Callable<Integer> {
    private static final int ON_SCREEN = 50;

    private final Console console;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description = "orders, events, fills, settlements, positions, cash, risk, states, runs, alerts, operations,"
                    + " dead-letters, markets or controls.")
    private String table = "";

    @Mixin
    private final HistoryOptions conditions = new HistoryOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The last N rows. Default: 50 on the screen, all in the other formats.")
    private @Nullable Integer limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or jsonl. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    /** How rows are printed. */
    private enum Format {
        TABLE,
        CSV,
        JSONL
    }

    JournalQueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        HistoryTable<?> wanted = TableName.parse(table);
        if (limit != null && limit < 1) {
            throw CommandFailure.badInput("--limit takes a whole number from 1; found " + limit + ".");
        }
        int rows = limit != null ? limit : format == Format.TABLE ? ON_SCREEN : Integer.MAX_VALUE;
        HistoryQuery query = conditions.query(rows);
        List<String> missing = query.notIn(wanted);
        if (!missing.isEmpty()) {
            throw CommandFailure.badInput("The table " + table + " has no "
                    + String.join(" and no ", missing) + "; it cannot be searched by --"
                    + String.join(" and --", missing) + ".");
        }
        return find(wanted, query);
    }

    private <R extends HistoryRow> int find(HistoryTable<R> wanted, HistoryQuery query) {
        JournalLocation location = journal.location(console);
        HistoryPage<R> page =
                new ReplayedHistory(visitor -> location.read(new RecordProgress(console, visitor))).find(wanted, query);
        print(wanted, page.rows());
        if (page.matched() > page.rows().size()) {
            console.err()
                    .println("The last " + Amounts.count(page.rows().size()) + " of " + Amounts.count(page.matched())
                            + " rows; --limit shows more.");
        }
        return HistoryWarnings.print(console, page.skipped(), page.damage()) ? ExitCode.OK : ExitCode.DAMAGED;
    }

    private <R extends HistoryRow> void print(HistoryTable<R> wanted, List<R> rows) {
        if (format == Format.TABLE) {
            RowTable.lines(wanted, rows, console.outStyle()).forEach(console.out()::println);
            return;
        }
        try {
            PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
            RowFormat chosen = format == Format.CSV ? RowFormat.CSV : RowFormat.JSONL;
            RowWriter<R> writer = new RowWriter<>(wanted, chosen, out);
            for (R row : rows) {
                writer.write(row);
            }
            out.flush();
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot print the rows: " + e + ".", e);
        }
    }
}
