package io.ploy.api.order;

import io.ploy.api.Stable;

/** How far a fill has come on chain. Source: trade statuses of the venue's user channel. */
@Stable
public enum SettlementStatus {
    /** Matched, not yet sent to the chain. */
    QUEUED,
    /** Matched and sent. */
    MATCHED,
    /** In a block, not yet final. */
    MINED,
    /** The transaction failed and is sent again. */
    RETRYING,
    /** Final: it happened. */
    CONFIRMED,
    /** Final: it did not happen. */
    FAILED;

    /**
     * Whether the fill can still become either.
     *
     * @return false for CONFIRMED and FAILED
     */
    public boolean isProvisional() {
        return this != CONFIRMED && this != FAILED;
    }
}
