package io.ploy.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.control.LimitText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy risk limits}. */
@Command(
        name = "limits",
        header = "Show the limits of a running host, or change them until it ends.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nKeys are those of the configuration's section 'limits'. Changes hold from the next order on; open orders stay. A limit"
                    + " that would allow more than now is refused unless --loosen says that this is meant. A tighter one holds for"
                    + " strategies with limits of their own too; a looser one for those that have what the account has. Who changed"
                    + " what and why is in the journal. A restart goes by the configuration again."
        },
        footer = {
            "%nExamples:",
            "  ploy risk limits main.yaml",
            "  ploy risk limits main.yaml --set maxOrderNotional=10 --set maxOpenOrders=5 --why 'quiet night'",
            "  ploy risk limits main.yaml --scope strategy:far --set maxOrderNotional=5 --why 'new parameters'",
            "  ploy risk limits main.yaml --set maxMarketExposure=80 --loosen --why 'the final'",
            "%nExit codes: 0 shown or changed, 1 refused or no host answered, 2 bad input."
        })
final class RiskLimitsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @ArgGroup(exclusive = false, heading = "%nTo change them:%n")
    private @Nullable Change change;

    /** What to change; all of it is needed but for what has a default. */
    static final class Change {
        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                required = true,
                description = "A limit; may be given more than once.")
        private List<String> values = List.of();

        @Option(names = "--loosen", description = "Some may allow more than now.")
        private boolean loosen;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                defaultValue = "account",
                description = "account, or strategy:NAME for one strategy alone. Default: ${DEFAULT-VALUE}.")
        private String scope = "account";

        @ArgGroup(exclusive = false, multiplicity = "1")
        private PersonOptions person = new PersonOptions();
    }

    RiskLimitsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Change asked = change;
        return asked == null ? show() : change(asked);
    }

    private int show() {
        ObjectNode status = run.client(console).status().orElse(null);
        if (status == null) {
            console.err().println("No host runs here. Its limits will be those of its configuration.");
            return ExitCode.FAILURE;
        }
        List<String> lines = LimitText.lines(status, console.outStyle());
        if (lines.isEmpty()) {
            console.err().println("The host has not said its limits yet.");
            return ExitCode.FAILURE;
        }
        lines.forEach(console.out()::println);
        return ExitCode.OK;
    }

    private int change(Change asked) {
        for (String value : asked.values) {
            if (value.indexOf('=') < 1) {
                throw CommandFailure.badInput(
                        "--set: found '" + value + "', allowed KEY=VALUE such as maxOpenOrders=5.");
            }
        }
        return ControlOptions.say(
                console,
                run.client(console)
                        .limits(
                                ScopeOption.parse(asked.scope),
                                List.copyOf(asked.values),
                                asked.loosen,
                                asked.person.who(),
                                asked.person.why()));
    }
}
