package io.ploy.api.market;

import io.ploy.api.Stable;

/** How far a market has come. Moves go by evidence, in any order. */
@Stable
public enum MarketStatus {
    /** Listed, but ids or book are missing: nothing can be done. */
    DISCOVERED,
    /** Accepting orders. */
    OPEN,
    /** Not accepting orders for now; resting orders can be cancelled. */
    PAUSED,
    /** The book is gone for good; the outcome is awaited. */
    CLOSED,
    /** An outcome was proposed and may be disputed. */
    PROPOSED,
    /** The proposed outcome is disputed. */
    DISPUTED,
    /** The payout is known. */
    RESOLVED,
    /** Every outcome pays the same. */
    VOID,
    /** Sources disagree about the outcome. */
    UNDETERMINED;

    /**
     * Whether new orders may be sent.
     *
     * @return true only for {@link #OPEN}
     */
    public boolean acceptsOrders() {
        return this == OPEN;
    }

    /**
     * Whether the payout is final.
     *
     * @return true for {@link #RESOLVED} and {@link #VOID}
     */
    public boolean isFinal() {
        return this == RESOLVED || this == VOID;
    }
}
