package io.ploy.host;

import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ploy evidence accept}. */
@Command(
        name = "accept",
        header = "Take evidence that warns as good enough, by name.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nOnly what warns can be accepted: what fails has to be made again. 'ploy evidence show' tells what is missed."
                    + " The acceptance is for this one piece of evidence; the next needs its own."
        },
        footer = {
            "%nExamples:",
            "  ploy evidence accept register.jsonl 3 --by anna --reason \"it predicts nothing, so no slope\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class EvidenceAcceptCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "NUMBER", description = "Which, as 'ploy evidence list' numbers them.")
    private long number;

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    EvidenceAcceptCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        register.existing(clock).accept(number, actor.actor(), actor.reason());
        console.out()
                .println("Evidence " + number + " is accepted by "
                        + actor.actor().name() + ".");
        return ExitCode.OK;
    }
}
