package io.ploy.host;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What every command understands. */
final class CommonOptions {
    private static final String VERBOSE = "--verbose";
    private static final String LOG_FILE = "--log-file";

    private CommonOptions() {}

    /** Teaches them to a command, after its own. */
    static void addTo(CommandSpec command) {
        command.addOption(OptionSpec.builder("-v", VERBOSE)
                .type(boolean.class)
                .description("Tell more: log at level INFO to stderr, and show where a failure happened.")
                .build());
        command.addOption(OptionSpec.builder(LOG_FILE)
                .paramLabel("FILE")
                .type(Path.class)
                .description("Also log to this file, at level INFO, or DEBUG with --verbose. Appends.")
                .build());
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Print this help.")
                .build());
    }

    /** Whether to tell more. */
    static boolean verbose(ParseResult parsed) {
        return deepest(parsed).matchedOptionValue(VERBOSE, false);
    }

    /** Where to log to as well. */
    static Optional<Path> logFile(ParseResult parsed) {
        return Optional.ofNullable(deepest(parsed).matchedOptionValue(LOG_FILE, (Path) null));
    }

    /** What was parsed of the command that runs. */
    static ParseResult deepest(ParseResult parsed) {
        ParseResult at = parsed;
        while (at.hasSubcommand()) {
            at = at.subcommand();
        }
        return at;
    }
}
