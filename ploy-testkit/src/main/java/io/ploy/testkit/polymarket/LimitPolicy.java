package io.ploy.testkit.polymarket;

/** What becomes of requests beyond the venue's limits. */
public enum LimitPolicy {
    /** Both layers refuse, as is assumed of the venue. */
    ENFORCED,
    /** Limits of a key are warned of, limits of an address enforced. */
    WARNING,
    /** There are none: for load. */
    OFF
}
