package io.ploy.host.run;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;

/** Signals that reach a process: what is started by nohup, or in the background of a script, ignores some and so do its children. */
final class HeardSignals {
    private HeardSignals() {}

    /** Skips the test if one of them is ignored. */
    static void assume(String... names) throws IOException, InterruptedException {
        for (String name : names) {
            int exit = new ProcessBuilder("sh", "-c", "kill -" + name + " $$; exit 0")
                    .start()
                    .waitFor();
            assumeFalse(exit == 0, "these tests were started with SIG" + name + " ignored");
        }
    }
}
