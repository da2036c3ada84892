package io.ploy.core.deployment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Evidence that is ready to be filed with {@link DeploymentRegister#file}.
 *
 * @param evidence what was found, with its verdict
 * @param findings the criteria that are not met, in words
 */
public record EvidenceFiling(Evidence evidence, List<String> findings) {
    /** Copies the list. */
    public EvidenceFiling {
        findings = List.copyOf(findings);
    }

    /**
     * Of a run on paper or as a canary.
     *
     * @param run what it did
     * @param criteria what it has to show
     * @param now when it is filed
     * @param by who files it
     */
    public static EvidenceFiling ofRun(RunSummary run, PassCriteria criteria, Instant now, String by) {
        Judgement judgement = criteria.judge(new Trial(
                run.kind(),
                run.figures(),
                run.running(),
                run.predictedEvSlope(),
                null,
                OptionalDouble.empty(),
                run.voids()));
        return new EvidenceFiling(
                new Evidence(
                        run.kind(),
                        run.build(),
                        run.data(),
                        run.from(),
                        run.to(),
                        run.figures(),
                        judgement.verdict(),
                        run.reportSha256(),
                        now,
                        by),
                judgement.findings());
    }
}
