package io.ploy.core.breaker;

/** What a circuit lets through. */
public enum CircuitState {
    /** Everything. */
    CLOSED,
    /** Only cancels and reads. */
    OPEN,
    /** One small order at a time. */
    HALF_OPEN
}
