package io.ploy.core.breaker;

/** What may be traded, from everything to nothing. The effective state of an order is the most severe of its scopes. */
public enum TradingState {
    /** Everything. */
    ACTIVE,
    /** Only what reduces or hedges. */
    REDUCE_ONLY,
    /** Nothing; cancels are sent. */
    HALTED;

    /**
     * The more severe of two.
     *
     * @param other the other
     * @return one of them
     */
    public TradingState or(TradingState other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
