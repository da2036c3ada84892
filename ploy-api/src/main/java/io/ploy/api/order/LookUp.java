package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * The end of one look-up of an order. What it found was told before as evidence and fills.
 *
 * @param order which order
 * @param result what the look-up comes to
 * @param beganAt when its first read began
 * @param at when its last read ended
 * @param detail in words, for people; may be empty
 */
@Experimental
public record LookUp(VenueOrderId order, Result result, Instant beganAt, Instant at, String detail) {
    /** What a look-up comes to. */
    @Experimental
    public enum Result {
        /** The venue shows the order itself, open or closed. */
        FOUND,
        /**
         * Everything was read whole, and the order is not there: it does not rest, and what it executed before reading began was
         * told as fills. Says nothing of an order that is still on its way.
         */
        MISSING,
        /** Something could not be read whole, or the venue or the stream was not in order meanwhile. Proves nothing. */
        INCOMPLETE
    }
}
