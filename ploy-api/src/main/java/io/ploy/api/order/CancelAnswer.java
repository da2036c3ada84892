package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * What came of a request to cancel one order.
 *
 * @param order which order
 * @param outcome what the venue did
 * @param text the venue's words, may be empty
 * @param at when it was received
 */
@Experimental
public record CancelAnswer(VenueOrderId order, Outcome outcome, String text, Instant at) {
    /** What the venue did with a cancel. */
    @Experimental
    public enum Outcome {
        /** The order is closed. How much had matched is still to be shown. */
        ACCEPTED,
        /** Not cancelled: already closed, already matched, or in a taker delay. */
        REFUSED,
        /** No answer, or one that says nothing. Cancels may be repeated. */
        IN_DOUBT
    }
}
