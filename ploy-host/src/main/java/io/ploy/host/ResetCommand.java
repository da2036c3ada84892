package io.ploy.host;

import io.ploy.host.console.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy reset}. */
@Command(
        name = "reset",
        header = "Clear causes of a halt, by name, so that a running host trades again.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%n'ploy risk status' names the causes. Only those that are named are cleared; trading goes on when none is left."
                    + " A halt is left in two steps: its causes first, then, by another command, second-step."
                    + " docs/kill-and-reset.md says of each what to look at first."
        },
        footer = {
            "%nExamples:",
            "  ploy reset main.yaml --causes kill-switch --why 'the drill is over'",
            "  ploy reset main.yaml --causes second-step --why 'books agree, go on'",
            "  ploy reset main.yaml --causes kill-switch,balance-mismatch --why 'I withdrew 50 USD'",
            "%nExit codes: 0 every named cause is cleared, 1 one is not, or no host answered, 2 bad input."
        })
final class ResetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Mixin
    private final ScopeOption scope = new ScopeOption();

    @Option(
            names = "--causes",
            paramLabel = "CAUSE",
            split = ",",
            required = true,
            description = "Which to clear, with commas between.")
    private List<String> causes = List.of();

    @Mixin
    private final PersonOptions person = new PersonOptions();

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return ControlOptions.say(
                console, run.client(console).reset(scope.scope(), List.copyOf(causes), person.who(), person.why()));
    }
}
