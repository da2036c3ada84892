package io.ploy.core.deployment;

import java.time.Duration;

/**
 * How fresh evidence has to be. All ages are inclusive: evidence as old as its limit still counts.
 *
 * @param backtestAge of a backtest since it was filed
 * @param dataAge of the end of a backtest's data
 * @param paperAge of a paper record since it was filed
 * @param paperRunning how long a paper record covers at least
 * @param paperEntries how many independent entries it has at least
 * @param canaryAge of a canary record since it was filed
 * @param grace after evidence ran out, how long a deployment that trades live warns before it is closed
 */
public record EvidenceRules(
        Duration backtestAge,
        Duration dataAge,
        Duration paperAge,
        Duration paperRunning,
        int paperEntries,
        Duration canaryAge,
        Duration grace) {
    /** The usual rules. */
    public static final EvidenceRules DEFAULT = new EvidenceRules(
            Duration.ofDays(30),
            Duration.ofDays(45),
            Duration.ofDays(7),
            Duration.ofDays(7),
            50,
            Duration.ofDays(30),
            Duration.ofDays(1));

    /** Checks the ranges. */
    public EvidenceRules {
        for (Duration each : new Duration[] {backtestAge, dataAge, paperAge, paperRunning, canaryAge, grace}) {
            if (each.isNegative()) {
                throw new IllegalArgumentException("an age is 0 or more: " + each);
            }
        }
        if (paperEntries < 0) {
            throw new IllegalArgumentException("entries are 0 or more: " + paperEntries);
        }
    }

    Duration age(EvidenceKind kind) {
        return switch (kind) {
            case BACKTEST -> backtestAge;
            case PAPER -> paperAge;
            case CANARY -> canaryAge;
        };
    }
}
