package io.ploy.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.time.SystemClock;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.control.ControlClient;
import io.ploy.host.control.StatusText;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy risk status}. */
@Command(
        name = "status",
        header = "Show what a running host trades, what halts it, and since when.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = "%nReads the file that a host writes every second, and asks it for nothing.",
        footer = {
            "%nExamples:",
            "  ploy risk status main.yaml",
            "  ploy risk status main.yaml --json | jq '.causes[].cause'",
            "%nExit codes: 0 shown, 1 no host runs, or it does not write any more, 2 bad input."
        })
final class RiskStatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Option(names = "--json", description = "Print what the host wrote instead of text.")
    private boolean json;

    RiskStatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ControlClient client = run.client(console);
        ObjectNode status = client.status().orElse(null);
        if (status == null) {
            console.err()
                    .println(
                            client.isFlagged()
                                    ? "No host runs here, and the next start begins halted: the file KILL is there."
                                    : "No host runs here.");
            return ExitCode.FAILURE;
        }
        Instant now = SystemClock.utc().instant();
        if (json) {
            console.out().print(JsonText.of(status));
        } else {
            StatusText.lines(status, now, console.outStyle()).forEach(console.out()::println);
        }
        return StatusText.isFresh(status, now) ? ExitCode.OK : ExitCode.FAILURE;
    }
}
