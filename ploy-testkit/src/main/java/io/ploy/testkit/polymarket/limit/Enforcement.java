package io.ploy.testkit.polymarket.limit;

/** What becomes of a caller's limits. */
public enum Enforcement {
    /** Nothing is counted and nothing said. */
    OFF,
    /** Excess is warned of and let through. */
    WARN,
    /** Excess is refused. */
    ENFORCE
}
