package io.ploy.core;

import io.ploy.api.order.Order;
import io.ploy.api.portfolio.Portfolio;
import java.util.List;

/**
 * What was left when an engine stopped.
 *
 * @param openOrders orders that may still match, unknown ones included
 * @param openOperations splits, merges and redemptions without an end
 * @param portfolio what the account holds
 */
public record StopReport(List<Order> openOrders, int openOperations, Portfolio portfolio) {
    /** Copies the list. */
    public StopReport {
        openOrders = List.copyOf(openOrders);
    }

    /**
     * Whether nothing is live, unknown or under way.
     *
     * @return true if every order and operation has an end
     */
    public boolean isClean() {
        return openOrders.isEmpty() && openOperations == 0;
    }
}
