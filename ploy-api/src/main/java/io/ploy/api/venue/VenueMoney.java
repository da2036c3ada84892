package io.ploy.api.venue;

import io.ploy.api.Experimental;

/** What is won and lost at a venue. */
@Experimental
public enum VenueMoney {
    /** Money that can be spent elsewhere. */
    REAL,
    /** Nothing: the venue is a simulation. */
    SIMULATED,
    /** The connector cannot tell. */
    UNKNOWN
}
