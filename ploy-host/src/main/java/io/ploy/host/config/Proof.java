package io.ploy.host.config;

import io.ploy.core.deployment.DeploymentId;
import java.nio.file.Path;
import java.util.Map;

/** What lets the strategies of a run add risk. There is no run without it. */
public sealed interface Proof {
    /**
     * A register of deployments and evidence.
     *
     * @param file the register
     * @param deployments what each strategy trades for, by the names under which they run
     */
    record Register(Path file, Map<String, DeploymentId> deployments) implements Proof {
        /** Copies the map. */
        public Register {
            deployments = Map.copyOf(deployments);
        }
    }

    /**
     * The word of a person that none is needed, as at a venue that is not real.
     *
     * @param by who answers for it
     * @param why the reason
     */
    record Waived(String by, String why) implements Proof {}
}
