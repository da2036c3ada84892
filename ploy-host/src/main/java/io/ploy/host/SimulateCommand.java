package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.simulate.FaultTable;
import io.ploy.host.simulate.SimulateOptions;
import io.ploy.host.simulate.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ploy simulate}. */
@Command(
        name = "simulate",
        header = "Serve a simulated Polymarket that any client can trade with.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nServes the venue's REST services and WebSocket streams on loopback, with markets that trade and accounts to"
                    + " trade with. It checks what the venue checks: signatures, credentials, ticks, amounts, balances,"
                    + " limits. Prints addresses, keys and settings, and serves until Ctrl-C."
        },
        footer = {
            "%nWorlds: updown, negrisk, sports, longdated, mixed. Settings follow a colon, separated by semicolons.",
            "%nExamples:",
            "  ploy simulate",
            "  ploy simulate --port 8080 --world 'updown:symbols=BTC;window=1m'",
            "  ploy simulate --world negrisk:outcomes=8 --seed 7",
            "  ploy simulate --json | head -1 > venue.json",
            "  ploy simulate --recording day.ploy.jsonl.gz --align 15",
            "  ploy simulate --profile flaky-network --fault-log run.yaml",
            "  ploy simulate --scenario run.yaml",
            "%nEqual seeds give equal worlds and keys. While it serves, /control/page shows what it does, and /control takes"
                    + " faults.",
            "%nA recording is read to its end once before it serves. It takes the place of a scenario's world too.",
            "%nExit codes: 0 done, 1 failed or not as the scenario expects, 2 bad input, 130 ended by Ctrl-C."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    private static final int A_YEAR = 365 * 24 * 60;
    private static final double FASTEST = 1_000;

    private final Console console;
    private final Wiring wiring;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Where it serves; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Which world: another number, other markets, keys and misfortunes. Default: the scenario's, or 1.")
    private @Nullable Long seed;

    @Option(
            names = "--world",
            paramLabel = "W",
            description = "What happens of itself. Default: the scenario's, or updown.")
    private @Nullable String world;

    @Option(
            names = "--recording",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Play recordings, or folders of them (not searched deeper), instead of a world: their books, trades,"
                            + " prices and payouts, from now on.")
    private List<Path> recordings = List.of();

    @Option(
            names = "--align",
            paramLabel = "MIN",
            defaultValue = "0",
            description =
                    "Move the recording in time by whole steps of so many minutes, so that windows stay on the hours that"
                            + " clients expect them on; it begins at the next such time. Default: 0, it begins at once.")
    private int align;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins with the formats of recordings are. Default: the folder 'plugins' of this"
                    + " installation.")
    private @Nullable Path plugins;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How fast the venue's time goes by: 60 makes a minute of every second."
                    + " Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "What goes wrong, when and how often, and what must be true in the end: YAML.")
    private @Nullable Path scenario;

    @Option(
            names = "--profile",
            paramLabel = "P",
            description = "A kind of day: calm, busy, flaky-network, cutover-day, hostile or long-soak. Its faults come"
                    + " before the scenario's.")
    private @Nullable String profile;

    @Option(
            names = "--fault-log",
            paramLabel = "FILE",
            description =
                    "Write every strike there as it happens, and at the end the scenario that strikes again exactly"
                            + " there: play it with --scenario.")
    private @Nullable Path faultLog;

    @Option(names = "--faults", description = "List every fault with what can be set, and end.")
    private boolean faults;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description =
                    "Accounts as JSON: an array of objects with name and kind, and privateKey, funder, collateral or"
                            + " credentials where you want them to be yours. Default: one of each kind.")
    private @Nullable Path accounts;

    @Option(
            names = "--chain",
            paramLabel = "ID",
            defaultValue = "137",
            description = "The chain it says it settles on, 137 or 80002. Default: ${DEFAULT-VALUE}.")
    private long chain;

    @Option(
            names = "--limits",
            paramLabel = "L",
            defaultValue = "enforced",
            description = "What becomes of requests beyond the venue's limits: enforced, warning or off."
                    + " Default: ${DEFAULT-VALUE}.")
    private String limits = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "How long it serves; 0 for until Ctrl-C. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--json",
            description = "When it serves, print one JSON object on one line: addresses, accounts, markets.")
    private boolean json;

    SimulateCommand(Console console, Wiring wiring) {
        this.console = console;
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        if (faults) {
            FaultTable.write(console.out());
            return ExitCode.OK;
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw CommandFailure.badInput(
                    "--port takes a whole number from 0 to " + HIGHEST_PORT + "; found " + port + ".");
        }
        if (chain != 137 && chain != 80002) {
            throw CommandFailure.badInput("--chain takes 137 or 80002; found " + chain + ".");
        }
        if (seconds < 0) {
            throw CommandFailure.badInput("--seconds takes a whole number from 0; found " + seconds + ".");
        }
        if (!(speed > 0 && speed <= FASTEST)) {
            throw CommandFailure.badInput("--speed takes a number above 0, at most 1000; found " + speed + ".");
        }
        if (align < 0 || align > A_YEAR) {
            throw CommandFailure.badInput("--align takes whole minutes from 0 to " + A_YEAR + "; found " + align + ".");
        }
        if (world != null && !recordings.isEmpty()) {
            throw CommandFailure.badInput("A venue has a world or a recording: leave out --world or --recording.");
        }
        Simulation.End end = new Simulation(console)
                .serve(new SimulateOptions(
                        port,
                        seed,
                        chain,
                        world,
                        recordings,
                        Duration.ofMinutes(align),
                        plugins == null ? wiring.pluginsFolder() : plugins,
                        speed,
                        limits,
                        accounts,
                        scenario,
                        profile,
                        faultLog,
                        seconds,
                        json));
        return switch (end) {
            case PASSED -> ExitCode.OK;
            case FAILED -> ExitCode.FAILURE;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
