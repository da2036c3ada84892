package io.ploy.host.simulate;

import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.Interruption;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.AccountFile;
import io.ploy.testkit.polymarket.server.ServerSettings;
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

    private final Console console;

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
     * @param port where, 0 for any free port
     * @param seed of everything random
     * @param chain 137 or 80002
     * @param world as it is written on a command line
     * @param limits enforced, warning or off
     * @param accounts a file of accounts; null for one of each kind
     * @param seconds how long; 0 for until Ctrl-C
     * @param json whether one JSON object on one line is printed instead of words
     * @return true if it ended by itself
     * @throws CommandFailure if something is not as it must be
     */
    public boolean serve(
            int port,
            long seed,
            long chain,
            String world,
            String limits,
            @Nullable Path accounts,
            int seconds,
            boolean json) {
        SimulateRequest request = request(port, seed, chain, world, limits, accounts);
        try (Interruption interruption = Interruption.install();
                PolymarketSimulator venue = start(request)) {
            if (json) {
                console.out().println(venue.describe());
                console.out().flush();
            } else {
                VenueText.write(venue, console.out());
            }
            return !wait(interruption, seconds);
        }
    }

    private static SimulateRequest request(
            int port, long seed, long chain, String world, String limits, @Nullable Path accounts) {
        try {
            return new SimulateRequest(port, seed, chain, WorldSpec.parse(world), policy(limits), accounts);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        }
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

    private static PolymarketSimulator start(SimulateRequest request) {
        try {
            PolymarketSimulator.Builder setup = PolymarketSimulator.builder()
                    .seed(request.seed())
                    .chain(request.chainId())
                    .world(request.world())
                    .limits(request.limits())
                    .server(ServerSettings.DEFAULTS.onPort(request.port()));
            Path accounts = request.accounts();
            if (accounts != null) {
                setup.accounts(AccountFile.read(accounts, request.seed(), request.chainId()));
            }
            return setup.start();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw CommandFailure.failed(
                    "The venue cannot be served on port " + request.port()
                            + ". Another process may use it; leave --port out for any free one.",
                    e);
        }
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
