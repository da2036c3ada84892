package io.ploy.core.deployment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as it lies in the register.
 *
 * @param number of its line, by which people name it
 * @param evidence what was found
 * @param findings the criteria that are not met, in words
 * @param acceptedByOrNull the person who takes it as good enough, or null
 */
public record FiledEvidence(
        long number,
        Evidence evidence,
        List<String> findings,
        @Nullable String acceptedByOrNull) {
    /** Copies the list. */
    public FiledEvidence {
        findings = List.copyOf(findings);
    }

    /** The person who takes a warning as good enough. */
    public Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedByOrNull);
    }

    /** Whether it counts: it passes, or warns and was accepted. */
    public boolean counts() {
        return evidence.verdict() == Verdict.PASS || (evidence.verdict() == Verdict.WARN && acceptedByOrNull != null);
    }

    FiledEvidence acceptedBy(String person) {
        return new FiledEvidence(number, evidence, findings, person);
    }
}
