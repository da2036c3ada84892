package io.ploy.core.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a deployment did on paper or as a canary, for evidence.
 *
 * @param kind paper or canary
 * @param build what ran, as loaded
 * @param data hashes of what the run kept, such as its journal; may be empty
 * @param from when the record begins
 * @param to when it ends
 * @param running how long it really traded between the two, stops and waits left out
 * @param figures what it did
 * @param predictedEvSlope of realised on predicted profit of an entry; absent if the strategy predicts none
 * @param voids why it proves nothing at all; usually none
 * @param reportSha256 of the report's bytes, lower-case hex
 */
public record RunSummary(
        EvidenceKind kind,
        Build build,
        List<DataHash> data,
        Instant from,
        Instant to,
        Duration running,
        Figures figures,
        OptionalDouble predictedEvSlope,
        List<String> voids,
        String reportSha256) {
    /** Checks kind and times. */
    public RunSummary {
        data = List.copyOf(data);
        voids = List.copyOf(voids);
        if (kind == EvidenceKind.BACKTEST) {
            throw new IllegalArgumentException("a backtest is no run");
        }
        if (running.isNegative() || running.compareTo(Duration.between(from, to)) > 0) {
            throw new IllegalArgumentException(
                    "it ran for " + running + " between " + from + " and " + to + ": that is not possible");
        }
    }
}
