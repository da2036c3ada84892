package io.ploy.core.risk;

import org.jspecify.annotations.Nullable;

/** The gate that a run of the gates' tests goes without. */
final class MissingGate {
    private static final ThreadLocal<@Nullable String> NAME = new ThreadLocal<>();

    private MissingGate() {}

    static void run(String name, Runnable tests) {
        NAME.set(name);
        try {
            tests.run();
        } finally {
            NAME.remove();
        }
    }

    /** The pipeline as the tests of this thread are to see it. */
    static RiskPipeline in(RiskPipeline pipeline) {
        String name = NAME.get();
        if (name != null) {
            pipeline.leaveOut(name);
        }
        return pipeline;
    }
}
