package io.ploy.connectors.polymarket.data;

/** How far a position has come. */
public enum PositionStatus {
    /** Shares are held. Asked for, it brings {@link #REDEEMABLE} ones too. */
    OPEN,
    /** Shares are held and their market is resolved, for them or against them. */
    REDEEMABLE,
    /** Shares are held and worth nothing. Only for asking: rows say {@link #REDEEMABLE}. */
    REDEEMABLE_LOST,
    /** Shares of both outcomes are held. */
    MERGEABLE,
    /** Nothing is held any more. */
    CLOSED,
    /** A word this connector does not know. */
    UNKNOWN;

    static PositionStatus of(String word) {
        for (PositionStatus status : values()) {
            if (status != UNKNOWN && status.name().equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
