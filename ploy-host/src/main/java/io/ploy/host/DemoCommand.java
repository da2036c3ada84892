package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.demo.Demo;
import io.ploy.host.demo.DemoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy demo}. */
@Command(
        name = "demo",
        header = "Watch a strategy trade a simulated market.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nStarts a simulated exchange with up/down markets, loads the strategy from the plugins folder, and lets it"
                    + " trade through the real engine: risk rules, order ledger, portfolio and a durable journal."
                    + " With --wire the venue is a simulated Polymarket on loopback, and the connector from the plugins"
                    + " folder trades there in real time, as it would with the real one."
                    + " In a terminal you see a live table, elsewhere a line for every event. Ctrl-C ends it early, with"
                    + " its summary."
        },
        footer = {
            "%nExamples:",
            "  ploy demo",
            "  ploy demo --seconds 20 --seed 7",
            "  ploy demo --seconds 5 --speed 300 --param shares=50",
            "  ploy demo --seconds 10 --json | jq .totals",
            "  ploy demo --wire --seconds 30",
            "  ploy demo --wire --seconds 150 --profile flaky-network",
            "%nEqual seeds, speeds and lengths give equal trades, except with --wire.",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 130 ended by Ctrl-C."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 86_400;
    private static final int USUAL_SPEED = 60;
    private static final int REAL_TIME = 1;
    private static final int HIGHEST_SPEED = 3_600;

    private final Console console;
    private final Wiring wiring;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it runs by your clock. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which simulated day: another number, another market. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Seconds of market time per second of yours. Default: 60, and 1 with --wire, which has no"
                    + " other.")
    private @Nullable Integer speed;

    @Option(
            names = "--wire",
            description = "Trade over HTTP and WebSocket with a simulated Polymarket, through its connector.")
    private boolean wire;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "With --wire: what goes wrong at the venue, as 'ploy simulate --profile' names it."
                    + " Default: nothing.")
    private @Nullable String profile;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "dump-hedge",
            description = "Which strategy trades. Default: ${DEFAULT-VALUE}.")
    private String strategy = "";

    @Mixin
    private final StrategyOptions parameters = new StrategyOptions();

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description =
                    "Where the journal is kept: an empty folder or a new one. Default: a temporary folder, named in the"
                            + " summary.")
    private @Nullable Path journal;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins are. Default: the folder 'plugins' of this installation.")
    private @Nullable Path plugins;

    @Option(names = "--json", description = "Print one JSON object at the end and nothing else.")
    private boolean json;

    DemoCommand(Console console, Wiring wiring) {
        this.console = console;
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        within("--seconds", seconds, MOST_SECONDS);
        if (profile != null && !wire) {
            throw CommandFailure.badInput(
                    "--profile needs --wire: only a venue that is reached over the wire can fail.");
        }
        DemoRequest request = new DemoRequest(
                Duration.ofSeconds(seconds),
                seed,
                speed(),
                strategy,
                parameters.parameters(),
                plugins == null ? wiring.pluginsFolder() : plugins,
                journal,
                wire,
                profile);
        return new Demo(console, wire ? wiring.wireDemos() : wiring.demos()).play(request, json)
                ? ExitCode.OK
                : ExitCode.INTERRUPTED;
    }

    private int speed() {
        Integer given = speed;
        if (given == null) {
            return wire ? REAL_TIME : USUAL_SPEED;
        }
        within("--speed", given, HIGHEST_SPEED);
        if (wire && given != REAL_TIME) {
            throw CommandFailure.badInput("--wire runs in real time, so --speed can only be 1; found " + given + ".");
        }
        return given;
    }

    private static void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandFailure.badInput(
                    option + " takes a whole number from 1 to " + most + "; found " + value + ".");
        }
    }
}
