package io.ploy.connectors.polymarket.account;

/** What the venue takes for now, as its answers say. */
public enum VenueMode {
    /** Everything. */
    NORMAL,
    /** Nothing: the matching engine restarts. Orders that rested may be gone. */
    RESTARTING,
    /** Cancels and post-only orders. */
    POST_ONLY,
    /** Cancels. */
    CANCEL_ONLY,
    /** Cancels: it wants orders of another protocol version than this connector makes. */
    VERSION_UNKNOWN,
    /** Nothing, not even cancels. */
    DISABLED;

    /**
     * Whether an order may be sent.
     *
     * @param postOnly whether it may only rest
     */
    boolean takes(boolean postOnly) {
        return this == NORMAL || (this == POST_ONLY && postOnly);
    }
}
