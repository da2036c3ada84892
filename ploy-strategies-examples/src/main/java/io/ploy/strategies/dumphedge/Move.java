package io.ploy.strategies.dumphedge;

/** What a happening leads to. */
enum Move {
    /** Cannot be: counted and told, then what is really held decides. */
    IMPOSSIBLE,
    /** Nothing changes. */
    STAY,
    /** The phase that orders and holdings imply. */
    RECOMPUTE,
    /** The phase that holdings alone imply. */
    RECOMPUTE_HELD,
    /** DONE. */
    FINISH,
    /** SETTLING. */
    SETTLE,
    /** SETTLING if something is held, else DONE. */
    SETTLE_IF_HELD,
    /** Ask to cancel what is open. */
    CANCEL,
    /** Ask for the other side at the target. */
    SEND_HEDGE,
    /** Hedge, sell or hold by the end policy. */
    END_RULE,
    /** Take a resting hedge away, so that the end policy can decide. */
    RAISE_HEDGE,
    /** Sell the rest once the last sale is over. */
    RETRY_SALE,
    /** Tell a person. */
    ALERT,
    /** MERGING. */
    MERGE,
    /** MERGING if there are enough final pairs, else SETTLING. */
    MERGE_OR_SETTLE
}
