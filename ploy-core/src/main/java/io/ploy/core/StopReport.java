package io.ploy.core;

import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Portfolio;
import java.util.List;
import java.util.Set;

/**
 * What was left when an engine stopped.
 *
 * @param openOrders orders that may still match, unknown ones included
 * @param openOperations splits, merges and redemptions without an end
 * @param atVenue orders the venue itself still showed open, ours or not
 * @param venueRead whether the venue's list could be read whole at the end
 * @param portfolio what the account holds
 */
public record StopReport(
        List<Order> openOrders, int openOperations, Set<VenueOrderId> atVenue, boolean venueRead, Portfolio portfolio) {
    /** Copies the collections. */
    public StopReport {
        openOrders = List.copyOf(openOrders);
        atVenue = Set.copyOf(atVenue);
    }

    /**
     * Whether nothing is live, unknown or under way. Fills that are not final do not count: the next start follows them.
     *
     * @return true if every order and operation has an end, as far as the venue could be read
     */
    public boolean isClean() {
        return openOrders.isEmpty() && openOperations == 0 && atVenue.isEmpty();
    }

    /**
     * Whether everything is settled as well: nothing can change any more but prices.
     *
     * @return true if it is clean, the venue could be read whole and no fill is provisional
     */
    public boolean isSettled() {
        return isClean()
                && venueRead
                && portfolio.balance().provisionalIn().equals(Cash.ZERO)
                && portfolio.balance().provisionalOut().equals(Cash.ZERO);
    }
}
