package io.ploy.host;

import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.journal.JournalLocation;
import io.ploy.host.journal.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ploy journal verify}. */
@Command(
        name = "verify",
        header = "Check that every record of a journal can be trusted.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nReads every record: checksum, sequence without a gap, content. Shows the runs in it. Of a database, its tables"
                    + " are compared with the journal as well. Works while a bot writes to the journal, and changes nothing."
        },
        footer = {
            "%nExamples:",
            "  ploy journal verify journal/",
            "  ploy journal verify ploy.db",
            "  PLOY_DB_PASSWORD=... ploy journal verify jdbc:postgresql://db/ploy --user ploy --schema main",
            "%nExit codes: 0 sound, 1 failed or the tables contradict the journal, 2 bad input, 5 damaged: do not"
                    + " trade on it, keep a copy of all of it."
        })
final class JournalVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    JournalVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalLocation location = journal.location(console);
        Verification found = Verification.of(location, console);
        found.lines(location, console.outStyle()).forEach(console.out()::println);
        List<String> problems = found.problems();
        console.out().println();
        if (problems.isEmpty()) {
            console.out().println("Sound: every record can be trusted.");
            if (found.contradictions().isEmpty()) {
                return ExitCode.OK;
            }
            say(List.of("The tables contradict the journal, which is what counts. Have them made anew: see"
                    + " history_progress in the page about the journal."));
            say(found.contradictions());
            return ExitCode.FAILURE;
        }
        say(problems);
        console.out().println("Not sound: what is shown is what comes before the damage.");
        return ExitCode.DAMAGED;
    }

    private void say(List<String> problems) {
        Style style = console.errStyle();
        problems.forEach(problem -> console.err().println(style.bad("ploy:") + " " + Printable.of(problem)));
    }
}
