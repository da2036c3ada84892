package io.ploy.testkit.polymarket.scenario;

/** A scenario cannot be read: says where, what was found, and what is allowed. */
public final class ScenarioException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault in a scenario.
     *
     * @param message for whoever wrote it
     */
    public ScenarioException(String message) {
        super(message);
    }
}
