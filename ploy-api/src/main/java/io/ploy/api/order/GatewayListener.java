package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;

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

    /**
     * The end of a look-up, after all the evidence it gave.
     *
     * @param lookUp what it comes to
     */
    void onLookedUp(LookUp lookUp);

    /**
     * The end of a sweep, after all the evidence it gave.
     *
     * @param sweep what was read
     */
    void onSwept(Sweep sweep);

    /**
     * The venue's own stream of the account's orders and trades came or went. While it is gone, and until a sweep that began
     * after it came back is complete, something may have been missed.
     *
     * @param connected whether it is there
     * @param at when it was noticed
     */
    void onStream(boolean connected, Instant at);

    /**
     * Whether an order may still leave: asked right before its first byte does, after all waiting. Answers at once.
     *
     * @return false if another process may act for the account by now; the order is then
     *     {@link OrderEvidence.Kind#NOT_SENT}
     */
    default boolean maySend() {
        return true;
    }

    /**
     * Whether the engine is fit to have orders resting: asked before each sign of life that keeps the venue from cancelling
     * them. Answers at once.
     *
     * @return false if the engine makes no progress, cannot write its journal, or is not the account's writer any more
     */
    default boolean isFit() {
        return true;
    }
}
