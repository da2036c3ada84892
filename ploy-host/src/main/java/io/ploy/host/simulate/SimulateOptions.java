package io.ploy.host.simulate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated, as it was asked for.
 *
 * @param port where to serve, 0 for any free one
 * @param seed of everything random; null for the scenario's, or 1
 * @param chain 137 or 80002
 * @param world what happens of itself, as on a command line; null for the scenario's, or up/down windows
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
        String limits,
        @Nullable Path accounts,
        @Nullable Path scenario,
        @Nullable String profile,
        @Nullable Path faultLog,
        int seconds,
        boolean json) {}
