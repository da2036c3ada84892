package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.portfolio.AccountReader;
import java.util.List;

/** One account on a venue. Each method answers the same instance each time. */
@Experimental
public interface VenueAccount {
    /**
     * Our name for it.
     *
     * @return as it was given
     */
    AccountId id();

    /**
     * Where its orders go.
     *
     * @return the gateway, not started
     */
    OrderGateway gateway();

    /**
     * What the venue says it holds.
     *
     * @return the reader
     */
    AccountReader reader();

    /**
     * Asks the venue whether this account could trade now: credentials, restrictions, balances, approvals, clock. Waits
     * for the network.
     *
     * @return one line for each thing looked at, in the order looked at
     */
    List<AccountCheck> check();
}
