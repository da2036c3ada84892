package io.ploy.host;

import io.ploy.core.history.DeadLetterRow;
import io.ploy.core.history.HistoryPage;
import io.ploy.core.history.HistoryQuery;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.ReplayedHistory;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.journal.HistoryWarnings;
import io.ploy.host.journal.JournalLocation;
import io.ploy.host.journal.RecordProgress;
import io.ploy.host.journal.RowTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy journal dead-letters}. */
@Command(
        name = "dead-letters",
        header = "List records that could not be processed, and have one tried anew.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nA record of the venue's that the engine cannot process is set aside and trading halts, because the books may"
                    + " be wrong from there on. --retry has it processed when the engine starts the next time, after the"
                    + " cause was removed, such as by a newer version. The halt stays until a person lifts it.",
            "%n--retry writes to the journal, and needs it for itself: stop the bot first. In PostgreSQL it takes the account's"
                    + " lease for that."
        },
        footer = {
            "%nExamples:",
            "  ploy journal dead-letters journal/",
            "  ploy journal dead-letters journal/ --retry 4711 --who ann",
            "%nExit codes: 0 done, 1 failed, 2 bad input or the journal is in use, 5 the journal is damaged."
        })
final class JournalDeadLettersCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Option(names = "--retry", paramLabel = "RECORD", description = "Have this record processed at the next start.")
    private @Nullable Long retry;

    @Option(names = "--who", paramLabel = "NAME", description = "Who asks; written into the journal.")
    private @Nullable String who;

    JournalDeadLettersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalLocation location = journal.location(console);
        HistoryPage<DeadLetterRow> page = new ReplayedHistory(
                        visitor -> location.read(new RecordProgress(console, visitor)))
                .find(HistoryTable.DEAD_LETTERS, HistoryQuery.everything());
        if (retry == null) {
            if (who != null) {
                throw CommandFailure.badInput("--who goes with --retry.");
            }
            list(page);
            return HistoryWarnings.print(console, page.skipped(), page.damage()) ? ExitCode.OK : ExitCode.DAMAGED;
        }
        if (!page.damage().isEmpty()) {
            HistoryWarnings.print(console, 0, page.damage());
            return ExitCode.DAMAGED;
        }
        write(location, page, retry);
        return ExitCode.OK;
    }

    private void list(HistoryPage<DeadLetterRow> page) {
        if (page.rows().isEmpty()) {
            console.out().println("No record was ever set aside.");
        } else {
            RowTable.lines(HistoryTable.DEAD_LETTERS, page.rows(), console.outStyle())
                    .forEach(console.out()::println);
        }
    }

    private void write(JournalLocation location, HistoryPage<DeadLetterRow> page, long record) {
        String asking = who;
        if (asking == null || asking.isBlank()) {
            throw CommandFailure.badInput("--retry needs --who NAME: who asks is written into the journal.");
        }
        if (page.rows().stream().noneMatch(row -> row.record() == record)) {
            throw CommandFailure.badInput("Record " + record + " was never set aside. Set aside: "
                    + page.rows().stream().map(DeadLetterRow::record).toList() + ".");
        }
        location.append(new JournalRecord.DeadLetterRetried(record, asking));
        console.out()
                .println("Record " + record + " will be processed when the engine starts the next time. Trading stays"
                        + " halted until a person lifts the halt 'dead-letter'.");
    }
}
