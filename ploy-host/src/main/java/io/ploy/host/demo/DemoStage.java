package io.ploy.host.demo;

import io.ploy.api.event.EngineListener;

/** Where a demo plays: it hears the engine, and sees the account a few times a second. */
public interface DemoStage {
    /** Hears what the engine does. */
    EngineListener listener();

    /**
     * Shows how things stand and lets the watcher's time pass.
     *
     * @return false if the demo should stop now
     */
    boolean show(DemoFrame frame);
}
