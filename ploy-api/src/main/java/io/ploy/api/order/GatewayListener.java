package io.ploy.api.order;

import io.ploy.api.Experimental;

/** Receives what a gateway learns. Thread-safe; calls return at once, the work happens on the engine thread. */
@Experimental
public interface GatewayListener {
    /**
     * Evidence about an order.
     *
     * @param evidence what it shows
     */
    void onEvidence(OrderEvidence evidence);

    /**
     * A fill leg, new or further settled.
     *
     * @param report what the venue says
     */
    void onFill(FillReport report);

    /**
     * The end of a request to cancel.
     *
     * @param answer what came of it
     */
    void onCancelAnswer(CancelAnswer answer);
}
