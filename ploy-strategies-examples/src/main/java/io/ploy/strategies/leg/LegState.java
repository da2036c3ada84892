package io.ploy.strategies.leg;

/** Where an order of a strategy is, as far as decisions care. */
public enum LegState {
    /** Nothing was sent: not asked for yet, or denied at once. */
    NONE,
    /** Accepted by the engine, no answer from the venue yet. */
    SENT,
    /** The venue has it and nothing matched. */
    WORKING,
    /** A part matched; the rest may still match. */
    PARTIAL,
    /** All of it matched, but for less than 0.01 share. */
    FILLED,
    /** It is not known whether the venue has it, so it may still match. */
    UNKNOWN,
    /** Closed with nothing. */
    DEAD,
    /** Closed with a part; the remainder is free. */
    CLOSED_PARTIAL
}
