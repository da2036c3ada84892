package io.ploy.testkit.polymarket.mode;

/** What the venue's engine accepts. Reads are answered in every mode. */
public enum VenueMode {
    /** Everything. */
    NORMAL,
    /** Nothing: it is coming up again. */
    RESTARTING,
    /** Post-only orders and cancels. */
    POST_ONLY,
    /** Cancels. */
    CANCEL_ONLY,
    /** Nothing, until people say so. */
    DISABLED
}
