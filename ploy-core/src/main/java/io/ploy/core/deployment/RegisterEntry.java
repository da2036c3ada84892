package io.ploy.core.deployment;

import java.util.List;

/** What can be written into the register. */
public sealed interface RegisterEntry {
    /** Answers by kind of entry. */
    <R> R match(Cases<R> cases);

    /**
     * A deployment was written down.
     *
     * @param deployment as a draft
     */
    record DeploymentCreated(Deployment deployment) implements RegisterEntry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deploymentCreated(this);
        }
    }

    /**
     * A deployment went up or down.
     *
     * @param deployment which
     * @param from the stage before
     * @param to the stage after
     */
    record StageChanged(DeploymentId deployment, Stage from, Stage to) implements RegisterEntry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stageChanged(this);
        }
    }

    /**
     * Evidence was filed.
     *
     * @param evidence what was found
     * @param findings the criteria that are not met, in words, for whoever has to accept it
     */
    record EvidenceFiled(Evidence evidence, List<String> findings) implements RegisterEntry {
        /** Copies the list. */
        public EvidenceFiled {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.evidenceFiled(this);
        }
    }

    /**
     * A person takes evidence that warns as good enough.
     *
     * @param evidence the number of the line in which it was filed
     */
    record WarningAccepted(long evidence) implements RegisterEntry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.warningAccepted(this);
        }
    }

    /**
     * One answer for each kind of entry.
     *
     * @param <R> the answers
     */
    interface Cases<R> {
        /** For a new deployment. */
        R deploymentCreated(DeploymentCreated entry);

        /** For a changed stage. */
        R stageChanged(StageChanged entry);

        /** For new evidence. */
        R evidenceFiled(EvidenceFiled entry);

        /** For an acceptance. */
        R warningAccepted(WarningAccepted entry);
    }
}
