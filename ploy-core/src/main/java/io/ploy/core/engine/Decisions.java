package io.ploy.core.engine;

/** The words for what a person can decide, as they stand in the journal. */
final class Decisions {
    static final String REOPEN = "reopen";
    static final String ACCEPT_BALANCES = "accept-balances";
    static final String WAIVE_EVIDENCE = "waive-evidence";
    static final String NEVER_PLACED = "never-placed";
    static final String CLOSED = "closed";

    private Decisions() {}
}
