package io.ploy.connectors.polymarket.venue;

/** Where prices from outside the venue come from. */
enum PriceStream {
    /** Nowhere. */
    NONE,
    /** The older stream. Needs no credentials; the venue calls it deprecated. */
    REAL_TIME,
    /** The newer stream. Uses the credentials of the first account. */
    POLY_BOLT
}
