package io.ploy.api.order;

import io.ploy.api.Stable;

/**
 * Where an order is, as Ploy stores it. How much of it matched is not part of this: it is the sum of its fills. See the
 * table of moves in the execution guide.
 */
@Stable
public enum OrderLifecycle {
    /** Accepted by the engine and reserved, not yet handed to a gateway. */
    PENDING_NEW,
    /** Durable and handed to the gateway, no answer yet. */
    SUBMITTED,
    /** It may or may not exist at the venue. Its whole exposure stays reserved until evidence comes. */
    UNKNOWN,
    /** It rests on the book. */
    LIVE,
    /** It waits in the venue's taker delay and cannot be cancelled. */
    DELAYED,
    /** Its delay is over and nothing matched: it rests or died, evidence is pending. */
    UNMATCHED,
    /** The venue says it matched; not all fills were seen yet. */
    MATCHED,
    /** Matched in full. Fills may still fail to settle. */
    FILLED,
    /** Closed by request, by the venue, by its time in force, or proven absent. */
    CANCELLED,
    /** Closed by its date. */
    EXPIRED,
    /** Definitely refused by the venue. */
    REJECTED,
    /** Refused by Ploy, or proven never sent. */
    DENIED;

    /**
     * Whether the order may still match.
     *
     * @return false for FILLED, CANCELLED, EXPIRED, REJECTED and DENIED
     */
    public boolean isOpen() {
        return compareTo(FILLED) < 0;
    }
}
