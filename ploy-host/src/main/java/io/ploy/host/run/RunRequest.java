package io.ploy.host.run;

import io.ploy.core.deployment.EngineVersion;
import io.ploy.host.config.RunConfig;
import java.nio.file.Path;

/**
 * What a person asked for.
 *
 * @param name the configuration's file, as the lease's holder is told to others
 * @param config what it says
 * @param plugins the folder of plugins
 * @param decisions what a person decided about what an earlier run left
 * @param standby whether to wait while another process has the lease
 * @param json whether to talk to a program
 * @param version of Ploy, for the journal
 * @param engine the same, for evidence
 */
public record RunRequest(
        String name,
        RunConfig config,
        Path plugins,
        Decisions decisions,
        boolean standby,
        boolean json,
        String version,
        EngineVersion engine) {}
