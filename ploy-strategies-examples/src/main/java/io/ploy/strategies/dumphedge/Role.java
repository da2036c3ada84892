package io.ploy.strategies.dumphedge;

/** What an order of a window's trade is for. */
enum Role {
    /** Leg 1. */
    ENTRY,
    /** Leg 2. */
    HEDGE,
    /** Sells a surplus. */
    SALE
}
