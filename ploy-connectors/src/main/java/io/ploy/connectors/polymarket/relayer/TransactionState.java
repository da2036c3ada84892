package io.ploy.connectors.polymarket.relayer;

/** How far the relayer is with a transaction. */
public enum TransactionState {
    /** Taken, not yet sent to the chain. */
    NEW,
    /** Sent to the chain. */
    EXECUTED,
    /** In a block, which may still be dropped. */
    MINED,
    /** Done for good. */
    CONFIRMED,
    /** Refused before it was sent: nothing happened and nothing will. */
    INVALID,
    /** It failed on the chain: nothing was moved. */
    FAILED,
    /** A state this connector does not know. It may or may not happen. */
    UNKNOWN;

    private static final String PREFIX = "STATE_";

    /**
     * Reads the relayer's word.
     *
     * @param word such as {@code STATE_MINED}
     * @return {@link #UNKNOWN} for every other word
     */
    public static TransactionState of(String word) {
        for (TransactionState state : values()) {
            if (state != UNKNOWN && word.equals(PREFIX + state.name())) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return this == CONFIRMED || isFailure();
    }

    /** Whether it ended without an effect. */
    public boolean isFailure() {
        return this == INVALID || this == FAILED;
    }
}
