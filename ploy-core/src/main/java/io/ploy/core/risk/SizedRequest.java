package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Makes requests smaller: shares by whole lots, amounts to spend by whole cents. */
final class SizedRequest {
    /** Amounts to spend are whole cents. */
    static final long CENT = 10_000;

    private SizedRequest() {}

    /**
     * A request for at most so many shares at its limit.
     *
     * @return null if nothing is left of it
     */
    static @Nullable OrderRequest of(OrderRequest request, Quantity atMost) {
        if (!atMost.isBelow(request.sharesAtLimit())) {
            return request.isSizeOpen() ? request.withQuantity(request.sharesAtLimit()) : request;
        }
        if (request.size() instanceof OrderSize.Shares) {
            Quantity lots = atMost.floorToLot();
            return lots.isZero() ? null : request.withQuantity(lots);
        }
        // Rounded up to the micro first: so an amount is found again from the shares it buys.
        long notional =
                Cash.notional(request.limit(), atMost, RoundingMode.CEILING).micros();
        long cents = notional - notional % CENT;
        while (cents > 0) {
            OrderRequest smaller = spending(request, Cash.ofMicros(cents));
            if (!atMost.isBelow(smaller.sharesAtLimit())) {
                return smaller;
            }
            cents -= CENT;
        }
        return null;
    }

    private static OrderRequest spending(OrderRequest request, Cash amount) {
        OrderRequest sized = OrderRequest.spend(request.instrument(), amount, request.limit());
        if (request.timeInForce() == TimeInForce.FOK) {
            sized = sized.fillOrKill();
        }
        if (request.isReduceOnly()) {
            sized = sized.reduceOnly();
        }
        if (request.sendWithin().isPresent()) {
            sized = sized.sendWithin(request.sendWithin().get());
        }
        if (request.becauseOf().isPresent()) {
            sized = sized.becauseOf(request.becauseOf().get());
        }
        if (request.belief().isPresent()) {
            sized = sized.believing(request.belief().get());
        }
        return sized.basedOn(request.inputs().toArray(OrderInput[]::new)).reason(request.reason());
    }
}
