package io.ploy.core.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up the lines of a register. A line that makes no sense after those before it ends the fold. Not thread-safe. */
final class RegisterFold {
    private final String source;
    private final Map<DeploymentId, Deployment> deployments = new HashMap<>();
    private final List<FiledEvidence> evidence = new ArrayList<>();
    private long lines;

    RegisterFold(String source) {
        this.source = source;
    }

    /**
     * Adds one line.
     *
     * @throws IllegalArgumentException if it makes no sense here
     */
    void add(RegisterLine line) {
        check(line.number() == lines + 1, "line " + line.number() + " where " + (lines + 1) + " is expected");
        line.entry().match(new Applied(line));
        lines++;
    }

    RegisterSnapshot snapshot() {
        return new RegisterSnapshot(source, null, lines, deployments, evidence);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private final class Applied implements RegisterEntry.Cases<Boolean> {
        private final RegisterLine line;

        Applied(RegisterLine line) {
            this.line = line;
        }

        @Override
        public Boolean deploymentCreated(RegisterEntry.DeploymentCreated entry) {
            Deployment created = entry.deployment();
            check(created.stage() == Stage.DRAFT, "deployment " + created.id() + " does not begin as a draft");
            check(deployments.put(created.id(), created) == null, "there is a deployment " + created.id() + " already");
            return true;
        }

        @Override
        public Boolean stageChanged(RegisterEntry.StageChanged entry) {
            Deployment before = deployments.get(entry.deployment());
            if (before == null) {
                throw new IllegalArgumentException("there is no deployment " + entry.deployment());
            }
            check(before.stage() == entry.from(), entry.deployment() + " is in stage " + before.stage());
            boolean isPromotion =
                    before.stage().next().filter(entry.to()::equals).isPresent();
            check(
                    isPromotion
                            ? line.by().isPerson()
                            : before.stage().demotions().contains(entry.to()),
                    line.by() + " may not take " + entry.deployment() + " from " + entry.from() + " to " + entry.to());
            deployments.put(before.id(), before.withStage(entry.to()));
            return true;
        }

        @Override
        public Boolean evidenceFiled(RegisterEntry.EvidenceFiled entry) {
            return evidence.add(new FiledEvidence(line.number(), entry.evidence(), entry.findings(), null));
        }

        @Override
        public Boolean warningAccepted(RegisterEntry.WarningAccepted entry) {
            check(line.by().isPerson(), line.by() + " is no person");
            for (int i = 0; i < evidence.size(); i++) {
                FiledEvidence each = evidence.get(i);
                if (each.number() == entry.evidence()) {
                    check(each.evidence().verdict() == Verdict.WARN, "evidence " + each.number() + " does not warn");
                    evidence.set(i, each.acceptedBy(line.by().name()));
                    return true;
                }
            }
            throw new IllegalArgumentException("line " + entry.evidence() + " is no evidence");
        }
    }
}
