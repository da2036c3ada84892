package io.ploy.core.breaker;

/** What a cause does while it is set, from the mildest to the most severe. */
public enum Severity {
    /** New risk is refused, and orders that would add some are cancelled. */
    REDUCE(TradingState.REDUCE_ONLY),
    /** Everything is refused, and every order is cancelled. */
    HALT(TradingState.HALTED),
    /** Nothing is sent at all, not even cancels: another process may be acting for the account. */
    SILENCE(TradingState.HALTED);

    private final TradingState state;

    Severity(TradingState state) {
        this.state = state;
    }

    /**
     * The state it asks for.
     *
     * @return reduce-only or halted
     */
    public TradingState state() {
        return state;
    }
}
