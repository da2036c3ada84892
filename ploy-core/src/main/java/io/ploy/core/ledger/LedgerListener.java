package io.ploy.core.ledger;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;

/**
 * Hears what the ledger concludes.
 *
 * <p><b>Threading and order.</b> Called on the engine thread, in ledger order, after the state told of can be read. A
 * listener may call the ledger; what comes of that is told after what is being told now, never in the middle of it.
 *
 * <p><b>Errors.</b> What a listener throws reaches the caller of the ledger. The ledger's state is already changed by
 * then; what was not told yet is told before anything newer.
 */
public interface LedgerListener {
    /**
     * Something happened to an order. {@link OrderEvent.Accepted} is told at each move to LIVE, DELAYED, UNMATCHED or
     * MATCHED; {@link OrderEvent.Closed} again when a cancelled or expired order turns out to be filled in full.
     *
     * @param event what happened, with the order after it
     */
    void onEvent(OrderEvent event);

    /**
     * Evidence, or a call, that the tables do not allow.
     *
     * @param code which rule it breaks, and what must follow
     * @param order the order; for one that was never bound, its client order id as text
     * @param text what was seen, for people
     * @param at engine time
     */
    void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at);

    /**
     * The venue should be asked about an order: the evidence at hand does not settle what it is.
     *
     * @param order which
     * @param why for the log
     */
    void onLookUpWanted(VenueOrderId order, String why);

    /**
     * A cancel should be sent: one that was held can go now, one is in doubt and must be repeated, or a closed order
     * turned out to be open. Pacing repeats is the listener's part.
     *
     * @param order which
     */
    void onCancelWanted(ClientOrderId order);

    /**
     * Evidence, a fill or a cancel answer for a venue order id that was never bound here.
     *
     * @param order which
     * @param text what was seen, for people
     * @param at engine time
     */
    void onForeign(VenueOrderId order, String text, Instant at);
}
