package io.ploy.core.sim;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;

/**
 * An order as the exchange has it.
 *
 * @param id which
 * @param account whose
 * @param request what was wanted
 * @param stage where it is now
 * @param matched shares matched so far
 * @param spent cash matched so far, without fees
 * @param kind what just happened to it
 * @param text the venue's words for it, may be empty
 * @param at when
 */
public record ExchangeOrder(
        VenueOrderId id,
        AccountId account,
        OrderRequest request,
        Stage stage,
        Quantity matched,
        Cash spent,
        OrderEvidence.Kind kind,
        String text,
        Instant at) {
    /** Where an order is. */
    public enum Stage {
        /** It is being matched, and neither rests nor waits. */
        ARRIVING,
        /** It waits for the market's taker delay. */
        DELAYED,
        /** It rests on the book. */
        RESTING,
        /** It is gone. */
        CLOSED
    }
}
