package io.ploy.host;

import io.ploy.core.breaker.Stop;
import io.ploy.host.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy halt}. */
@Command(
        name = "halt",
        header = "Stop a running host or a part of it, and cancel its orders.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nUnlike 'ploy kill' it asks a running host, which must answer, and leaves nothing behind where none runs."
                    + " Without an option nothing but cancels is sent. With --reduce-only strategies may still hedge and leave what"
                    + " they hold; with --pause they may send nothing, and only 'ploy flatten' sells. 'ploy reset' ends each of them."
        },
        footer = {
            "%nExamples:",
            "  ploy halt main.yaml --why 'the venue is slow today'",
            "  ploy halt main.yaml --reduce-only --why 'the election is tonight'",
            "  ploy halt main.yaml --scope strategy:far --pause --why 'looks odd'",
            "%nExit codes: 0 stopped, 1 refused, or no host answered, 2 bad input."
        })
final class HaltCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Mixin
    private final ScopeOption scope = new ScopeOption();

    @ArgGroup
    private Milder milder = new Milder();

    @Mixin
    private final PersonOptions person = new PersonOptions();

    /** How a scope is stopped without a halt. */
    static final class Milder {
        @Option(names = "--reduce-only", description = "Refuse and cancel only what adds risk.")
        private boolean reduceOnly;

        @Option(names = "--pause", description = "Refuse and cancel all that strategies ask for themselves.")
        private boolean pause;

        private Stop how() {
            if (reduceOnly) {
                return Stop.REDUCE_ONLY;
            }
            return pause ? Stop.PAUSE : Stop.HALT;
        }
    }

    HaltCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return ControlOptions.say(
                console, run.client(console).stop(scope.scope(), milder.how(), person.who(), person.why()));
    }
}
