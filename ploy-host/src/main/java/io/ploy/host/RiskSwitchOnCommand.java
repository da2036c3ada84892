package io.ploy.host;

import io.ploy.host.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy risk switch-on}. */
@Command(
        name = "switch-on",
        header = "Give a risk rule of a plugin that failed another chance.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nA rule that throws, answers nonsense or is slow three times in a row is switched off, and refuses every order."
                    + " 'ploy risk status' names it and what it did. One that only stumbled is asked again from here on; one that"
                    + " has a bug fails again at the next such order, and wants a new version and a restart."
        },
        footer = {
            "%nExamples:",
            "  ploy risk switch-on main.yaml --rule no-fridays --why 'its calendar is back'",
            "%nExit codes: 0 switched on, 1 no such rule is switched off or no host answered, 2 bad input."
        })
final class RiskSwitchOnCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Option(names = "--rule", paramLabel = "NAME", required = true, description = "Which, as the status names it.")
    private String rule = "";

    @Mixin
    private final PersonOptions person = new PersonOptions();

    RiskSwitchOnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return ControlOptions.say(console, run.client(console).switchOn(rule, person.who(), person.why()));
    }
}
