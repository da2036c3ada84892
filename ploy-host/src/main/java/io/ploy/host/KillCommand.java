package io.ploy.host;

import io.ploy.host.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ploy kill}. */
@Command(
        name = "kill",
        header = "Stop all trading of a run at once, and keep it stopped until 'ploy reset'.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nNothing new is sent from then on, every open order is cancelled, and the process goes on without trading. It"
                    + " works while the engine or its database hang. Where no host runs, the next start begins halted. A file"
                    + " named KILL in the control folder does the same."
        },
        footer = {
            "%nExamples:",
            "  ploy kill main.yaml --why 'prices look wrong'",
            "  ploy kill --control journal.control --why drill --who anna",
            "%nExit codes: 0 stopped, or will be at the next start; 1 a host is there and did not answer, or the folder cannot be"
                    + " written; 2 bad input."
        })
final class KillCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Mixin
    private final PersonOptions person = new PersonOptions();

    KillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return ControlOptions.say(console, run.client(console).kill(person.who(), person.why()));
    }
}
