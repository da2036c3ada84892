package io.ploy.strategies.dumphedge;

/** What can happen to the trade of one window. */
enum Happening {
    /** More of leg 1 is held, or its order closed with a part. */
    LEG1_FILL,
    /** An order closed with nothing, was denied or refused. */
    ZERO_FILL,
    /** An order's outcome is not known. */
    UNKNOWN,
    /** The pair can be completed at the target. */
    HEDGE_TRIGGER,
    /** More of the hedge is held, or its order closed with a part. */
    LEG2_FILL,
    /** A fill was taken back. */
    REVERSAL,
    /** The window is about to end. */
    FORCE,
    /** The window is over. */
    WINDOW_END,
    /** A sale matched, or its order closed with a part. */
    SOLD,
    /** The venue has an order, or a closed one is proven open. */
    OPENED,
    /** Enough pairs are final to be merged. */
    PAIRS_CONFIRMED,
    /** A merge was confirmed or failed. */
    MERGE_OVER,
    /** The payout is final. */
    RESOLVED
}
