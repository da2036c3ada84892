package io.ploy.api.order;

import io.ploy.api.Experimental;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact about an order from a venue, with its time. The ledger decides what it moves.
 *
 * @param order which order
 * @param kind what it shows
 * @param matchedOrNull how much had matched in all at that time, or null if the evidence does not say
 * @param text the venue's words, cut to a sensible length; may be empty
 * @param at when it was received
 */
@Experimental
public record OrderEvidence(
        VenueOrderId order, Kind kind, @Nullable Quantity matchedOrNull, String text, Instant at) {
    /**
     * Evidence that says nothing of quantities.
     *
     * @param order which order
     * @param kind what it shows
     * @param text the venue's words, may be empty
     * @param at when it was received
     * @return the evidence
     */
    public static OrderEvidence of(VenueOrderId order, Kind kind, String text, Instant at) {
        return new OrderEvidence(order, kind, null, text, at);
    }

    /**
     * How much had matched in all.
     *
     * @return absent if the evidence does not say, which is not zero
     */
    public Optional<Quantity> matched() {
        return Optional.ofNullable(matchedOrNull);
    }

    /** What a piece of evidence shows. */
    @Experimental
    public enum Kind {
        /** Proof that no byte left. */
        NOT_SENT,
        /** The answer to the send or the stream says it rests. */
        LIVE,
        /** The answer to the send or the stream says it matched. */
        MATCHED,
        /** The answer to the send or the stream says it waits in the taker delay. */
        DELAYED,
        /** The answer to the send or the stream says its delay ended without a match. */
        UNMATCHED,
        /** A definite refusal. */
        REFUSED,
        /** Fill-or-kill or fill-and-kill found nothing, or its rest was dropped. */
        KILLED,
        /** Timeout, reset, 5xx, unreadable or contradictory answer, or overdue. */
        DOUBT,
        /** A look-up, a complete list or a stream event shows it open. */
        OPEN,
        /** As {@link #OPEN}, and proven twice after the closing evidence, or by a complete list. */
        OPEN_PROVEN,
        /** The venue closed it. */
        CANCELLED,
        /** Its date passed. */
        EXPIRED,
        /** Proven not to exist, by the procedure for doubt. */
        ABSENT
    }
}
