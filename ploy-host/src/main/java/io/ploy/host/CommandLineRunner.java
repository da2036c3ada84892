package io.ploy.host;

import io.ploy.core.time.SystemClock;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.Style;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParseResult;

/** Takes a command line to its command, and turns whatever goes wrong into a message and an exit code. */
final class CommandLineRunner {
    private static final int WIDTH = 100;

    private final Console console;
    private final Failures failures;
    private final CommandLine commandLine;

    CommandLineRunner(Console console, Wiring wiring) {
        this(console, wiring, SystemClock.utc());
    }

    CommandLineRunner(Console console, Wiring wiring, Clock clock) {
        this.console = console;
        failures = new Failures(console);
        commandLine = new CommandLine(new PloyCommand())
                .addSubcommand(subcommand(new DemoCommand(console, wiring)))
                .addSubcommand(subcommand(new RunCommand(console, wiring)))
                .addSubcommand(subcommand(new KillCommand(console)))
                .addSubcommand(subcommand(new HaltCommand(console)))
                .addSubcommand(subcommand(new FlattenCommand(console)))
                .addSubcommand(subcommand(new ResetCommand(console)))
                .addSubcommand(subcommand(new BookCommand(console)))
                .addSubcommand(risk(console))
                .addSubcommand(subcommand(new SimulateCommand(console, wiring)))
                .addSubcommand(subcommand(new BacktestCommand(console, wiring, clock)))
                .addSubcommand(subcommand(new PluginsCommand(console, wiring)))
                .addSubcommand(journal(console))
                .addSubcommand(deployments(console, wiring, clock))
                .addSubcommand(evidence(console, clock))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(colours())
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static CommandLine risk(Console console) {
        return subcommand(new RiskCommand())
                .addSubcommand(subcommand(new RiskStatusCommand(console)))
                .addSubcommand(subcommand(new RiskLimitsCommand(console)))
                .addSubcommand(subcommand(new RiskSwitchOnCommand(console)));
    }

    private static CommandLine journal(Console console) {
        return subcommand(new JournalCommand())
                .addSubcommand(subcommand(new JournalVerifyCommand(console)))
                .addSubcommand(subcommand(new JournalQueryCommand(console)))
                .addSubcommand(subcommand(new JournalExportCommand(console)))
                .addSubcommand(subcommand(new JournalDeadLettersCommand(console)));
    }

    private static CommandLine deployments(Console console, Wiring wiring, Clock clock) {
        return subcommand(new DeploymentsCommand())
                .addSubcommand(subcommand(new DeploymentsCreateCommand(console, wiring, clock)))
                .addSubcommand(subcommand(new DeploymentsListCommand(console, clock)))
                .addSubcommand(subcommand(new DeploymentsPromoteCommand(console, clock)))
                .addSubcommand(subcommand(new DeploymentsDemoteCommand(console, clock)))
                .addSubcommand(subcommand(new DeploymentsRetireCommand(console, clock)));
    }

    private static CommandLine evidence(Console console, Clock clock) {
        return subcommand(new EvidenceCommand())
                .addSubcommand(subcommand(new EvidenceListCommand(console, clock)))
                .addSubcommand(subcommand(new EvidenceShowCommand(console, clock)))
                .addSubcommand(subcommand(new EvidenceFileCommand(console, clock)))
                .addSubcommand(subcommand(new EvidenceVerifyCommand(console, clock)))
                .addSubcommand(subcommand(new EvidenceAcceptCommand(console, clock)));
    }

    private static CommandLine subcommand(Object command) {
        CommandLine line = new CommandLine(command);
        CommonOptions.addTo(line.getCommandSpec());
        return line;
    }

    private ColorScheme colours() {
        Ansi ansi = console.outStyle() == Style.COLOURS ? Ansi.ON : Ansi.OFF;
        return CommandLine.Help.defaultColorScheme(ansi);
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        try {
            Logging.configure(console, parsed);
        } catch (CommandFailure e) {
            return failures.handleExecutionException(e, commandLine, parsed);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Runs one command. */
    int run(String... arguments) {
        try {
            int exitCode = commandLine.execute(arguments);
            return exitCode < ExitCode.OK ? ExitCode.FAILURE : exitCode;
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory();
        } catch (LinkageError | StackOverflowError e) {
            // What a plugin's code can do to its host; the exception handlers above see exceptions only.
            return failures.unexpected(e, false);
        }
    }
}
