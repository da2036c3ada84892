package io.ploy.host;

import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.EvidenceRules;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ploy deployments promote}. */
@Command(
        name = "promote",
        header = "Take a deployment one stage up.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%ndraft to backtest: you say that the strategy's own tests pass. backtest to paper: a backtest that passes."
                    + " paper or suspended to canary: a backtest and a paper record. canary to live: a canary record too. All for"
                    + " exactly this build, and fresh. What is missing is said, with the command that makes it."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments promote register.jsonl dump-15m --by anna --reason \"paper week was fine\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class DeploymentsPromoteCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "ID", description = "Which deployment.")
    private String id = "";

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    DeploymentsPromoteCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DeploymentId which = Words.read("ID", () -> new DeploymentId(id));
        Stage now = register.existing(clock)
                .promote(which, actor.actor(), actor.reason(), VersionText.engine(), EvidenceRules.DEFAULT)
                .deployment(which)
                .orElseThrow()
                .stage();
        console.out().println(which + " is " + now.word() + " now.");
        return ExitCode.OK;
    }
}
