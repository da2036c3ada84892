package io.ploy.core.history;

import java.time.Instant;

/**
 * Something that decides whether and on what books Ploy trades: a halt, its end, a comparison with the venue, a person's
 * decision.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param kind what it is
 * @param subject what it is about: a halt's cause, an order, an instrument, the account
 * @param outcome the result in one word or a few
 * @param who a person, or the part of Ploy that did it
 * @param detail in words, may be empty
 */
public record ControlRow(
        long sequence, Instant at, Kind kind, String subject, String outcome, String who, String detail)
        implements HistoryRow {
    /** What it is. */
    public enum Kind {
        /** New orders are no longer allowed, or are again. */
        GATE,
        /** A cause keeps a scope from trading freely, or no longer does. */
        CAUSE,
        /** The books were compared with the venue. */
        RECONCILIATION,
        /** A person decided. */
        DECISION
    }
}
