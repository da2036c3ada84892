package io.ploy.host.simulate;

import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated.
 *
 * @param port where to serve, 0 for any free one
 * @param seed of everything random
 * @param chainId 137 or 80002
 * @param world what happens of itself
 * @param limits what becomes of requests beyond the venue's limits
 * @param accounts a file of accounts; null for one of each kind
 */
record SimulateRequest(
        int port,
        long seed,
        long chainId,
        WorldSpec world,
        LimitPolicy limits,
        @Nullable Path accounts) {}
