package io.ploy.core.deployment;

import java.util.List;

/**
 * What a trial comes to.
 *
 * @param verdict whether it is enough
 * @param findings the criteria that are not met or could not be measured, in words; empty for a pass
 */
public record Judgement(Verdict verdict, List<String> findings) {
    /** Copies the list. */
    public Judgement {
        findings = List.copyOf(findings);
    }
}
