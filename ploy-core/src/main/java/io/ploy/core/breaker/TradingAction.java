package io.ploy.core.breaker;

/** What must happen in a scope because its causes changed. Everything is safe to do twice. */
public enum TradingAction {
    /** Let no byte but cancels out from now on; before anything else. */
    CLOSE_GATE,
    /** Cancel the orders that would add risk; those that reduce stay. */
    CANCEL_INCREASING,
    /** Cancel every order, and look whether the venue shows none. */
    CANCEL_ALL,
    /** Let nothing out, not even cancels. */
    SILENCE,
    /** Tell people: it got worse. */
    ALERT,
    /** Compare books and venue, and give the result to {@link TradingStates#reconciled}. */
    RECONCILE,
    /** Measure drawdown from here on: a person accepted what was lost. */
    NEW_BASELINE,
    /** Write it to the log and count it: it got better, or a person paused. */
    NOTE
}
