package io.ploy.core.deployment;

/** What the evidence of a deployment comes to. */
public enum EvidenceCode {
    /** Everything that is needed is there. */
    OK,
    /**
     * Something ran out less than the grace ago, and the deployment trades live: new risk is closed as in REDUCE_ONLY, so
     * hedging is still allowed, and people are warned.
     */
    GRACE,
    /** Something that is needed was never filed, or the register cannot be believed. */
    MISSING,
    /** Something that is needed is too old. */
    EXPIRED,
    /** The newest of a kind does not pass, and nobody accepted its warning. */
    FAILED,
    /** There is evidence, but of another artifact, other parameters or another version of the engine. */
    MISMATCH;

    /** Whether an order that adds risk may go out. */
    public boolean allowsIncreasing() {
        return this == OK;
    }

    /** Whether an order that hedges may go out. Reducing is never a matter of evidence. */
    public boolean allowsHedging() {
        return this == OK || this == GRACE;
    }
}
