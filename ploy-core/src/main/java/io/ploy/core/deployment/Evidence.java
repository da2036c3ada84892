package io.ploy.core.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one build of a strategy was tried and what came of it.
 *
 * @param kind on recordings, on paper or with little money
 * @param build what was tried
 * @param data what it was tried on; for paper and canary whatever the run kept
 * @param from when the data, or the run, begin
 * @param to when they end, not after {@code createdAt}
 * @param figures what it did
 * @param verdict whether that is enough
 * @param reportSha256 of the report's bytes, lower-case hex
 * @param createdAt when it was filed; its age counts from here
 * @param by who made it
 */
public record Evidence(
        EvidenceKind kind,
        Build build,
        List<DataHash> data,
        Instant from,
        Instant to,
        Figures figures,
        Verdict verdict,
        String reportSha256,
        Instant createdAt,
        String by) {
    /** Checks the order of the times and the words. */
    public Evidence {
        data = List.copyOf(data);
        Hex.check("the report's hash", reportSha256);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the data end at " + to + ", before they begin at " + from);
        }
        if (to.isAfter(createdAt)) {
            throw new IllegalArgumentException(
                    "the data end at " + to + ", after now, which is " + createdAt + ": is a clock wrong?");
        }
        by = Actor.checkedName(by);
    }

    /** How much time the data, or the run, cover. */
    public Duration covered() {
        return Duration.between(from, to);
    }
}
