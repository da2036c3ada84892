package io.ploy.connectors.polymarket.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one connection does.
 *
 * @param name which
 * @param state how far it is
 * @param generation how often it was opened; what came in one generation does not continue another
 * @param connectedAt when it was opened last, or null
 * @param dataAt when data came last, or null
 * @param signAt when a keep-alive came last, or null
 * @param subscriptions what it carries: assets, prices or markets
 * @param reconnects how often it was lost
 * @param frames how many messages came
 * @param lastLoss why it was lost last, empty if it never was
 */
public record SocketHealth(
        String name,
        SocketState state,
        long generation,
        @Nullable Instant connectedAt,
        @Nullable Instant dataAt,
        @Nullable Instant signAt,
        int subscriptions,
        long reconnects,
        long frames,
        String lastLoss) {}
