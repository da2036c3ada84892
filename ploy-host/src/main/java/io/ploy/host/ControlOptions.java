package io.ploy.host;

import io.ploy.core.time.SystemClock;
import io.ploy.host.config.RunConfigFile;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.control.ControlAnswer;
import io.ploy.host.control.ControlClient;
import io.ploy.host.control.ControlFolder;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which run a command is for. */
final class ControlOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "The configuration the run was started with.")
    private @Nullable Path file;

    @Option(
            names = "--control",
            paramLabel = "DIR",
            description = "The run's control folder, instead of CONFIG: it needs no configuration that can be read.")
    private @Nullable Path folder;

    /** The person's side of the run's control folder. */
    ControlClient client(Console console) {
        return new ControlClient(new ControlFolder(found()), SystemClock.utc(), console.nanos(), PATIENCE);
    }

    private Path found() {
        Path config = file;
        Path control = folder;
        if (config != null && control == null) {
            return RunConfigFile.read(config).control();
        }
        if (config == null && control != null) {
            return control;
        }
        throw CommandFailure.badInput("Name the run by its CONFIG or by --control DIR, one of them.");
    }

    /** Says what a host answered. */
    static int say(Console console, ControlAnswer answer) {
        answer.lines().forEach(answer.done() ? console.out()::println : console.err()::println);
        return answer.done() ? ExitCode.OK : ExitCode.FAILURE;
    }
}
