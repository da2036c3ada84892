package io.ploy.testkit.polymarket.scenario;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param seed of the faults
 * @param strikes how often faults struck
 * @param complaints what was not as it must be; empty if all was well
 */
public record Verdict(long seed, long strikes, List<String> complaints) {
    /** Copies the list. */
    public Verdict {
        complaints = List.copyOf(complaints);
    }

    /**
     * Whether all was well.
     *
     * @return true if there are no complaints
     */
    public boolean passed() {
        return complaints.isEmpty();
    }

    @Override
    public String toString() {
        return passed()
                ? "passed with seed " + seed + ", " + strikes + " strikes"
                : "failed with seed " + seed + ":\n  " + String.join("\n  ", complaints);
    }
}
