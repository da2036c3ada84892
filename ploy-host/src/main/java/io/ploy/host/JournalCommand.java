package io.ploy.host;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ploy journal}: it teaches what can be done with a journal. */
@Command(
        name = "journal",
        header = "Check, search and export what Ploy did: orders, fills, positions, cash, decisions.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nThe journal is what the engine decided, sent and was told, in order. These commands read it from its first"
                    + " record, also while a bot writes to it, and change nothing but where it says so.",
            "%nPATH is the folder of a journal's files, a file of SQLite, or jdbc:postgresql://HOST/DATABASE with --user"
                    + " and --schema and the password in PLOY_DB_PASSWORD."
        },
        footer = {
            "%nExamples:",
            "  ploy journal verify journal/",
            "  ploy journal query journal/ orders --strategy dump-hedge --from 2026-01-05",
            "  ploy journal export journal/ --out tables/",
            "  ploy journal dead-letters journal/",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the journal is damaged."
        })
final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
