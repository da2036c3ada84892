package io.ploy.host.simulate;

import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.Interruption;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.PolymarketSimulatorBuilder;
import io.ploy.testkit.polymarket.account.AccountFile;
import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.Verdict;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.world.VenueWorld;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Serves a venue until it is told to stop. */
public final class Simulation {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long USUAL_SEED = 1;
    private static final String USUAL_WORLD = "updown";

    private final Console console;

    /** How it ended. */
    public enum End {
        /** By itself, and all was as it was expected. */
        PASSED,
        /** By itself, and something was not as it was expected. */
        FAILED,
        /** By Ctrl-C. */
        INTERRUPTED
    }

    /**
     * A simulation for someone who watches.
     *
     * @param console told where the venue is
     */
    public Simulation(Console console) {
        this.console = console;
    }

    /**
     * Serves until Ctrl-C, or for a while.
     *
     * @param options what is to be simulated
     * @return how it ended
     * @throws CommandFailure if something is not as it must be
     */
    public End serve(SimulateOptions options) {
        Scenario scenario = scenario(options);
        try (Replay replay = Replay.open(options);
                Interruption interruption = Interruption.install();
                StrikeFile strikes = StrikeFile.open(options.faultLog(), scenario);
                PolymarketSimulator venue = start(options, scenario, replay)) {
            replay.tell(console.err());
            strikes.follow(venue);
            if (options.json()) {
                console.out().println(venue.describe());
                console.out().flush();
            } else {
                VenueText.write(venue, console.out());
            }
            boolean interrupted = wait(interruption, options.seconds());
            strikes.finish(venue);
            return end(scenario, venue.verdict(), interrupted);
        }
    }

    private End end(Scenario scenario, Verdict verdict, boolean interrupted) {
        if (!scenario.faults(verdict.seed()).isEmpty()
                || !scenario.expectations().isEmpty()) {
            console.err().println("Scenario " + scenario.name() + " " + verdict);
        }
        if (interrupted) {
            return End.INTERRUPTED;
        }
        return verdict.passed() ? End.PASSED : End.FAILED;
    }

    private static Scenario scenario(SimulateOptions options) {
        try {
            Path file = options.scenario();
            Scenario given = file == null ? Scenario.NONE : Scenario.read(file);
            Profile profile = options.profile() == null ? given.profile() : Profiles.named(options.profile());
            return new Scenario(
                    profile != null && file == null ? profile.word() : given.name(),
                    options.seed() == null ? given.seed() : options.seed(),
                    options.recordings().isEmpty() ? world(options, given) : null,
                    profile,
                    given.latency(),
                    given.steps(),
                    given.expectations());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw CommandFailure.badInput(e.getMessage() + ". Is the path right?");
        }
    }

    private static @Nullable String world(SimulateOptions options, Scenario given) {
        return options.world() == null ? given.world() : options.world();
    }

    private static LimitPolicy policy(String limits) {
        return Arrays.stream(LimitPolicy.values())
                .filter(each -> each.name().equalsIgnoreCase(limits))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--limits: found '" + limits + "', allowed "
                        + Arrays.stream(LimitPolicy.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static PolymarketSimulator start(SimulateOptions options, Scenario scenario, Replay replay) {
        try {
            long seed = scenario.seed(USUAL_SEED);
            PolymarketSimulatorBuilder setup = PolymarketSimulator.builder()
                    .seed(seed)
                    .chain(options.chain())
                    .world(replay.world().orElseGet(() -> world(scenario)))
                    .speed(options.speed())
                    .limits(policy(options.limits()))
                    .server(ServerSettings.DEFAULTS.onPort(options.port()))
                    .scenario(scenario);
            Path accounts = options.accounts();
            if (accounts != null) {
                setup.accounts(AccountFile.read(accounts, seed, options.chain()));
            }
            return setup.start();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw CommandFailure.failed(
                    "The venue cannot be served on port " + options.port()
                            + ". Another process may use it; leave --port out for any free one.",
                    e);
        }
    }

    private static VenueWorld world(Scenario scenario) {
        return scenario.ownWorld().orElseGet(() -> WorldSpec.parse(USUAL_WORLD));
    }

    /** Whether someone asked to stop. */
    private static boolean wait(Interruption interruption, int seconds) {
        if (seconds > 0) {
            return interruption.await(TimeUnit.SECONDS.toNanos(seconds));
        }
        while (!interruption.await(LOOK_NANOS)) {
            // Serving goes on.
        }
        return true;
    }
}
