package io.ploy.host;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it teaches what there is. */
@Command(
        name = "ploy",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = HelpCommand.class,
        header = "Trade prediction markets: simulate, test on recordings, run.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = "%nAll but 'run' is simulated; 'run' trades for real.",
        footer = {
            "%nTry it:",
            "  ploy demo --seconds 20",
            "  ploy simulate",
            "  ploy plugins",
            "  ploy backtest --data recordings/ --strategy dump-hedge --out results/",
            "  ploy journal query journal/ orders --limit 20",
            "  ploy deployments list register.jsonl",
            "%n'ploy COMMAND --help' tells more about a command.",
            "%nEnvironment:",
            "  JAVA_HOME        the JDK to run on, 17 or later",
            "  PLOY_JAVA_OPTS   further JVM options, such as -Xmx4g",
            "  PLOY_VERBOSE=1   show where a failure happened, as --verbose does",
            "  NO_COLOR=1       no colours",
            "%nExit codes: 0 done, 1 failed, 2 bad input; 'run', 'journal', 'deployments' and 'evidence' have more."
        })
final class PloyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
