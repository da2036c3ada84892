package io.ploy.host;

import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ploy deployments retire}. */
@Command(
        name = "retire",
        header = "End a deployment for good.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nIt cannot be brought back, and its id is not used again. See first that it holds nothing: 'ploy journal query"
                    + " JOURNAL positions --strategy NAME'."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments retire register.jsonl dump-15m --by anna --reason \"replaced by dump-15m-b\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class DeploymentsRetireCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "ID", description = "Which deployment.")
    private String id = "";

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    DeploymentsRetireCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DeploymentId which = Words.read("ID", () -> new DeploymentId(id));
        register.existing(clock).demote(which, Stage.RETIRED, actor.actor(), actor.reason());
        console.out().println(which + " is retired now.");
        return ExitCode.OK;
    }
}
