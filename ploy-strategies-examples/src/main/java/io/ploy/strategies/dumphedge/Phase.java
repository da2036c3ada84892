package io.ploy.strategies.dumphedge;

/** Where the trade of one window is. */
enum Phase {
    /** Nothing held, looking for a crash. */
    WATCHING,
    /** Leg 1 is asked for. */
    LEG1_SENT,
    /** More of one side is held than of the other. */
    NAKED,
    /** The other side is asked for. */
    LEG2_SENT,
    /** The surplus is being sold. */
    UNWINDING,
    /** Equal numbers of both sides are held. */
    HEDGED,
    /** An order's outcome is not known. */
    DOUBT,
    /** Pairs are being turned into cash. */
    MERGING,
    /** What is held waits for resolution. */
    SETTLING,
    /** Over. */
    DONE,
    /** Something is held here that nobody remembers buying: nothing is done. */
    BLOCKED;

    /** Whether capital is or may be bound. */
    boolean isPosition() {
        return this != WATCHING && this != DONE;
    }
}
