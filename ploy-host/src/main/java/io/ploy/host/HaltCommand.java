package io.ploy.host;

import io.ploy.host.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ploy halt}. */
@Command(
        name = "halt",
        header = "Halt a part of a running host, and cancel its orders.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nUnlike 'ploy kill' it asks a running host, which must answer, and leaves nothing behind where none runs."
        },
        footer = {
            "%nExamples:",
            "  ploy halt main.yaml --why 'the venue is slow today'",
            "%nExit codes: 0 halted, 1 refused, or no host answered, 2 bad input."
        })
final class HaltCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Mixin
    private final ScopeOption scope = new ScopeOption();

    @Mixin
    private final PersonOptions person = new PersonOptions();

    HaltCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return ControlOptions.say(console, run.client(console).halt(scope.scope(), person.who(), person.why()));
    }
}
