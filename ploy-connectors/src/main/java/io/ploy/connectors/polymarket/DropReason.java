package io.ploy.connectors.polymarket;

/** Why a message, or one entry of a message, was left out. */
public enum DropReason {
    /** A kind this connector does not know. */
    UNKNOWN_KIND,
    /** About an outcome or a market the channel was not told of. */
    UNKNOWN_MARKET,
    /** It contradicts itself, lacks a member or has one of the wrong type. A book it concerns is distrusted. */
    MALFORMED,
    /** An answer that is older than what is known already. */
    OLD
}
