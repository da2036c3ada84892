package io.ploy.host;

import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy deployments demote}. */
@Command(
        name = "demote",
        header = "Take a deployment down, to any earlier stage or aside.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nA run that follows the register adds no more risk for it as soon as it has read the line. What it holds it may"
                    + " still reduce, whatever the stage."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments demote register.jsonl dump-15m --to suspended --by anna --reason \"odd fills\"",
            "  ploy deployments demote register.jsonl dump-15m --to paper --by anna --reason \"losing\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class DeploymentsDemoteCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "ID", description = "Which deployment.")
    private String id = "";

    @Option(
            names = "--to",
            paramLabel = "STAGE",
            required = true,
            description = "draft, backtest, paper, canary, suspended or retired.")
    private Stage to = Stage.SUSPENDED;

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    DeploymentsDemoteCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DeploymentId which = Words.read("ID", () -> new DeploymentId(id));
        register.existing(clock).demote(which, to, actor.actor(), actor.reason());
        console.out().println(which + " is " + to.word() + " now.");
        return ExitCode.OK;
    }
}
