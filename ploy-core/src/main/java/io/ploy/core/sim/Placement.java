package io.ploy.core.sim;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.VenueOrderId;

/**
 * What a simulated venue answers to an order placed at it directly.
 *
 * @param order the venue's name for the order
 * @param result LIVE, MATCHED, DELAYED, KILLED or REFUSED
 * @param matched shares matched at once
 * @param rests whether some of it is on the book now
 * @param text the venue's words; empty unless it was refused or killed
 */
public record Placement(VenueOrderId order, OrderEvidence.Kind result, Quantity matched, boolean rests, String text) {
    /**
     * Whether the venue took the order.
     *
     * @return false if it was refused
     */
    public boolean isAccepted() {
        return result != OrderEvidence.Kind.REFUSED;
    }
}
