package io.ploy.core.portfolio;

import io.ploy.api.money.Cash;
import io.ploy.api.order.ClientOrderId;

/**
 * The capital that the strategy of a reserved order uses besides the order: cash reserved to buy, and what the shares it
 * holds cost with fees. Shares known to pay nothing use none. Every method throws {@link IllegalArgumentException} if
 * nothing is reserved for the order.
 *
 * <p><b>Threading.</b> The engine thread only.
 */
public final class UsedCapital {
    private final Reservations reservations;

    UsedCapital(Reservations reservations) {
        this.reservations = reservations;
    }

    /**
     * In the order's outcome.
     *
     * @param id a reserved order
     * @return 0 or more
     */
    public Cash inOutcome(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return besides(order, order.position().capital());
    }

    /**
     * In the order's market.
     *
     * @param id a reserved order
     * @return 0 or more
     */
    public Cash inMarket(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return besides(order, order.position().market().capital());
    }

    /**
     * In all markets of the order's event.
     *
     * @param id a reserved order
     * @return 0 or more
     */
    public Cash inEvent(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return besides(order, order.position().market().event().capital());
    }

    /**
     * In all markets.
     *
     * @param id a reserved order
     * @return 0 or more
     */
    public Cash inAll(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return besides(order, order.position().market().owner().capital().micros());
    }

    /**
     * What the order itself uses.
     *
     * @param id a reserved order
     * @return the cash reserved for it; 0 for a sale
     */
    public Cash ofOrder(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return order.buys() ? Cash.ofMicros(order.cash()) : Cash.ZERO;
    }

    private static Cash besides(Reservation order, long all) {
        return Cash.ofMicros(order.buys() ? Math.subtractExact(all, order.cash()) : all);
    }
}
