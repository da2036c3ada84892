package io.ploy.core.breaker;

/** How far a person stops a scope. */
public enum Stop {
    /** Nothing but cancels is sent, and every open order is cancelled. */
    HALT(Cause.KILL_SWITCH, Severity.HALT),
    /** Strategies are refused their own orders, and those that are open are cancelled; only the host reduces what they hold. */
    PAUSE(Cause.PAUSED, Severity.REDUCE),
    /** What adds risk is refused, and cancelled where it is open; strategies may still hedge and leave. */
    REDUCE_ONLY(Cause.REDUCE_ONLY, Severity.REDUCE);

    private final String cause;
    private final Severity severity;

    Stop(String cause, Severity severity) {
        this.cause = cause;
        this.severity = severity;
    }

    /**
     * What a person resets it by.
     *
     * @return the name of the cause
     */
    public String cause() {
        return cause;
    }

    Severity severity() {
        return severity;
    }
}
