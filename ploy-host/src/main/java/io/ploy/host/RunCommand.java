package io.ploy.host;

import io.ploy.host.config.RunConfigFile;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.run.LiveRun;
import io.ploy.host.run.ProcessSignals;
import io.ploy.host.run.RunCheck;
import io.ploy.host.run.RunRequest;
import io.ploy.host.run.StopWishes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy run}. */
@Command(
        name = "run",
        header = "Trade for real: one account at one venue, as a configuration file says.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nTakes the account's lease, goes on with its journal, compares the books with the venue, and lets the"
                    + " strategies trade until SIGTERM or Ctrl-C. Real money is at stake: begin with --check. docs/running.md"
                    + " describes every key of the file."
        },
        footer = {
            "%nExamples:",
            "  ploy run main.yaml --check",
            "  ploy run main.yaml",
            "  ploy run main.yaml --standby --json",
            "%nThe first signal stops strategies, awaits answers and cancels what is open; the second gives that 3 s; the third"
                    + " ends the process at once.",
            "%nExit codes: 0 ended and everything is settled, 1 failed, 2 bad input, 3 ended while something is live, unknown or"
                    + " provisional, which is listed, 4 the lease was lost to another process."
        })
final class RunCommand implements Callable<Integer> {
    private final Console console;
    private final Wiring wiring;

    @Parameters(paramLabel = "CONFIG", description = "What to trade, where and with what: YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    @Option(names = "--check", description = "Look at everything the run would use, trade nothing, and end.")
    private boolean check;

    @Option(
            names = "--standby",
            description = "Wait while another process trades the account, and take over when its lease ends.")
    private boolean standby;

    @Option(names = "--json", description = "Print one JSON object on a line for everything that happens.")
    private boolean json;

    @Mixin
    private final DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins are. Default: the folder 'plugins' of this installation.")
    private @Nullable Path plugins;

    RunCommand(Console console, Wiring wiring) {
        this.console = console;
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        RunRequest request = new RunRequest(
                String.valueOf(file.getFileName()),
                RunConfigFile.read(file),
                plugins == null ? wiring.pluginsFolder() : plugins,
                decisions.decisions(),
                standby,
                json,
                VersionText.version(),
                VersionText.engine());
        if (check) {
            return new RunCheck(console).look(request);
        }
        StopWishes wishes = new StopWishes(() -> Runtime.getRuntime().halt(ExitCode.LEFT_OVER));
        try (ProcessSignals signals = new ProcessSignals(wishes::signal)) {
            return signals.during(() -> new LiveRun(console, wishes).trade(request));
        }
    }
}
