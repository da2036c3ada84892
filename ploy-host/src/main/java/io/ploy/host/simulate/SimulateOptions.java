package io.ploy.host.simulate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated, as it was asked for.
 *
 * @param port where to serve, 0 for any free one
 * @param seed of everything random; null for the scenario's, or 1
 * @param chain 137 or 80002
 * @param world what happens of itself, as on a command line; null for the scenario's, or up/down windows
 * @param recordings what is played instead of a world; empty for nothing
 * @param align by whole multiples of what a recording is moved in time; zero for any
 * @param plugins where the formats of recordings are
 * @param speed venue seconds for each second
 * @param limits enforced, warning or off
 * @param accounts a file of accounts; null for one of each kind
 * @param scenario a file that says what goes wrong; null for nothing
 * @param profile the name of a profile; null for none
 * @param faultLog where strikes are written; null for nowhere
 * @param seconds how long; 0 for until Ctrl-C
 * @param json whether one JSON object on one line is printed instead of words
 */
public record SimulateOptions(
        int port,
        @Nullable Long seed,
        long chain,
        @Nullable String world,
        List<Path> recordings,
        Duration align,
        Path plugins,
        double speed,
        String limits,
        @Nullable Path accounts,
        @Nullable Path scenario,
        @Nullable String profile,
        @Nullable Path faultLog,
        int seconds,
        boolean json) {
    /** Copies the list. */
    public SimulateOptions {
        recordings = List.copyOf(recordings);
    }
}
