package io.ploy.testkit.polymarket.account;

/** What the venue lets a key do. */
public enum Standing {
    /** Everything. */
    GOOD,
    /** Sell and cancel, but not buy. */
    CLOSED_ONLY,
    /** Only cancel. */
    BANNED
}
