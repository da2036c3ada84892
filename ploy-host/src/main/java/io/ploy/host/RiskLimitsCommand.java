package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy risk limits}. */
@Command(
        name = "limits",
        header = "Change limits of a running host, until it ends.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nKeys are those of the configuration's section 'limits'. They hold from the next order on; open orders stay. A limit"
                    + " that would allow more than now is refused unless --loosen says that this is meant. Who changed what and why is"
                    + " in the journal. A restart goes by the configuration again."
        },
        footer = {
            "%nExamples:",
            "  ploy risk limits main.yaml --set maxOrderNotional=10 --set maxOpenOrders=5 --why 'quiet night'",
            "  ploy risk limits main.yaml --set maxMarketExposure=80 --loosen --why 'the final'",
            "%nExit codes: 0 changed, 1 refused or no host answered, 2 bad input."
        })
final class RiskLimitsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            required = true,
            description = "A limit; may be given more than once.")
    private List<String> values = List.of();

    @Option(names = "--loosen", description = "Some may allow more than now.")
    private boolean loosen;

    @Mixin
    private final PersonOptions person = new PersonOptions();

    RiskLimitsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String value : values) {
            if (value.indexOf('=') < 1) {
                throw CommandFailure.badInput(
                        "--set: found '" + value + "', allowed KEY=VALUE such as maxOpenOrders=5.");
            }
        }
        return ControlOptions.say(
                console, run.client(console).limits(List.copyOf(values), loosen, person.who(), person.why()));
    }
}
