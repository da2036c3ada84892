package io.ploy.core.ledger;

import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.TimeInForce;

/** What can move an order's lifecycle: the columns of {@link LifecycleTable}. */
enum LifecycleEvent {
    /** Risk or a gate said no. */
    DENY,
    /** Handed to the gateway. */
    SEND,
    NOT_SENT,
    LIVE,
    MATCHED,
    DELAYED,
    UNMATCHED,
    REFUSED,
    /** A kill of an order that takes. */
    KILLED,
    /** A kill of an order that rests, which only makes sense before it rested. */
    KILLED_RESTING,
    DOUBT,
    OPEN,
    OPEN_PROVEN,
    /** A fill leg that does not reach the order's bound. */
    PARTIAL,
    /** Fill legs reach the order's bound. */
    FULL,
    CANCELLED,
    EXPIRED,
    ABSENT;

    static LifecycleEvent of(OrderEvidence.Kind kind, TimeInForce timeInForce) {
        return switch (kind) {
            case NOT_SENT -> NOT_SENT;
            case LIVE -> LIVE;
            case MATCHED -> MATCHED;
            case DELAYED -> DELAYED;
            case UNMATCHED -> UNMATCHED;
            case REFUSED -> REFUSED;
            case KILLED -> timeInForce.rests() ? KILLED_RESTING : KILLED;
            case DOUBT -> DOUBT;
            case OPEN -> OPEN;
            case OPEN_PROVEN -> OPEN_PROVEN;
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
            case ABSENT -> ABSENT;
        };
    }
}
