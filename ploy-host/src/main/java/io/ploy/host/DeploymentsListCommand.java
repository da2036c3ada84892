package io.ploy.host;

import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.deployment.DeploymentText;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy deployments list}. */
@Command(
        name = "list",
        header = "List deployments: how far each has come, and what its next step needs.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nFor those that trade live, the evidence column says until when what they need is fresh, or why they add no risk"
                    + " now. Below the table stands what keeps each from its next stage, and the command that makes it."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments list register.jsonl",
            "  ploy deployments list register.jsonl --json | jq '.deployments[] | {id, stage, evidence}'",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the register is damaged."
        })
final class DeploymentsListCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    DeploymentsListCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DeploymentText text = new DeploymentText(
                RegisterOptions.believed(register.existing(clock).read()), VersionText.engine(), clock.instant());
        if (json) {
            console.out().print(JsonText.of(text.json()));
        } else {
            text.lines(console.outStyle()).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }
}
