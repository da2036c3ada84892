package io.ploy.api.order;

import io.ploy.api.Stable;

/** Where an order is, as people speak of it: the {@link OrderLifecycle} with two projections. */
@Stable
public enum OrderStatus {
    /** See {@link OrderLifecycle#PENDING_NEW}. */
    PENDING_NEW,
    /** See {@link OrderLifecycle#SUBMITTED}. */
    SUBMITTED,
    /** See {@link OrderLifecycle#UNKNOWN}. */
    UNKNOWN,
    /** See {@link OrderLifecycle#LIVE}. */
    LIVE,
    /** See {@link OrderLifecycle#DELAYED}. */
    DELAYED,
    /** See {@link OrderLifecycle#UNMATCHED}. */
    UNMATCHED,
    /** See {@link OrderLifecycle#MATCHED}. */
    MATCHED,
    /** Open, and more than nothing but less than all of it matched. */
    PARTIALLY_FILLED,
    /** Open, with a cancel on its way. */
    PENDING_CANCEL,
    /** See {@link OrderLifecycle#FILLED}. */
    FILLED,
    /** See {@link OrderLifecycle#CANCELLED}. */
    CANCELLED,
    /** See {@link OrderLifecycle#EXPIRED}. */
    EXPIRED,
    /** See {@link OrderLifecycle#REJECTED}. */
    REJECTED,
    /** See {@link OrderLifecycle#DENIED}. */
    DENIED;

    /**
     * The status of an order.
     *
     * @param lifecycle where it is stored
     * @param cancelInFlight whether a cancel was asked for and not answered
     * @param partlyMatched whether more than nothing and less than all matched
     * @return the projection
     */
    public static OrderStatus of(OrderLifecycle lifecycle, boolean cancelInFlight, boolean partlyMatched) {
        if (lifecycle.isOpen() && cancelInFlight) {
            return PENDING_CANCEL;
        }
        if (lifecycle.isOpen() && partlyMatched) {
            return PARTIALLY_FILLED;
        }
        return valueOf(lifecycle.name());
    }
}
