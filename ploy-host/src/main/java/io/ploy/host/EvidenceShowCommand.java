package io.ploy.host;

import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.deployment.EvidenceText;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy evidence show}. */
@Command(
        name = "show",
        header = "Show everything of one piece of evidence.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nBelow the verdict stand the criteria that are not met or could not be measured: what one accepts who accepts"
                    + " a warning. The report's hash is that of the file summary.json of the backtest."
        },
        footer = {
            "%nExamples:",
            "  ploy evidence show register.jsonl 3",
            "  ploy evidence show register.jsonl 3 --json | jq .findings",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the register is damaged."
        })
final class EvidenceShowCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "NUMBER", description = "Which, as 'ploy evidence list' numbers them.")
    private long number;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    EvidenceShowCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        RegisterSnapshot snapshot =
                RegisterOptions.believed(register.existing(clock).read());
        FiledEvidence found = snapshot.evidence(number)
                .orElseThrow(() -> CommandFailure.badInput("There is no evidence " + number + " in " + snapshot.source()
                        + ". 'ploy evidence list " + snapshot.source() + "' shows the numbers."));
        if (json) {
            console.out().print(JsonText.of(EvidenceText.json(found)));
        } else {
            EvidenceText.show(found, console.outStyle()).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }
}
