package io.ploy.core.ledger;

import io.ploy.api.order.OrderLifecycle;

/** Where a request to cancel is. It runs beside the order's lifecycle and never moves it by itself. */
enum CancelState {
    /** Nobody asked. */
    NONE,
    /** Asked for and held: there is nothing at the venue that could be cancelled yet. */
    ASKED,
    /** Handed to the gateway. */
    SENT,
    /** The venue says it cancelled. */
    ACCEPTED,
    /** The venue says it did not. A new request may be made. */
    REFUSED,
    /** No answer, or one that says nothing: to be repeated. */
    IN_DOUBT,
    /** The order is closed. */
    DONE;

    boolean isInFlight() {
        return this == ASKED || this == SENT || this == IN_DOUBT;
    }

    /** Whether the venue was asked, so that it is us who closed the order if it closes. */
    boolean wasSent() {
        return this == SENT || this == ACCEPTED || this == REFUSED || this == IN_DOUBT;
    }

    /** Whether a cancel waits in this state: before the answer to the send, and while the venue refuses cancels. */
    static boolean isHeldIn(OrderLifecycle lifecycle) {
        return lifecycle == OrderLifecycle.PENDING_NEW
                || lifecycle == OrderLifecycle.SUBMITTED
                || lifecycle == OrderLifecycle.DELAYED;
    }
}
