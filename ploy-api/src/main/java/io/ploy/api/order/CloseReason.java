package io.ploy.api.order;

import io.ploy.api.Stable;

/** Why an order was closed other than by being filled. */
@Stable
public enum CloseReason {
    /** We asked for it. */
    REQUESTED,
    /** The venue did it. */
    VENUE,
    /** Fill-or-kill or fill-and-kill found nothing. */
    KILLED,
    /** Fill-and-kill matched in part; the rest was dropped. */
    KILLED_REST,
    /** Proven absent after doubt. */
    NOT_FOUND,
    /** Its date passed. */
    EXPIRED,
    /** The venue refused it. */
    REFUSED,
    /** Our risk rules refused it. */
    RISK,
    /** It could not be sent in time, or its rules changed before it was sent. */
    NOT_SENT
}
