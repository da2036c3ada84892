package io.ploy.host.demo;

/** Runs a demo. The command line knows no more of the engine than this. */
@FunctionalInterface
public interface DemoRunner {
    /**
     * Runs it to the end, or until the stage has seen enough, on the caller's thread.
     *
     * @throws io.ploy.host.console.CommandFailure if the request cannot be carried out as given
     * @throws io.ploy.api.PloyException if a plugin or the journal cannot be used
     */
    DemoOutcome run(DemoRequest request, DemoStage stage);
}
