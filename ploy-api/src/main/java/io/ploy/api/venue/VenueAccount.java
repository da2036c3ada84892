package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.Settlement;
import java.util.List;
import java.util.Optional;

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
     * Where its splits, merges and redemptions go.
     *
     * @return the settlement, not started; absent where the account, as it is configured, cannot do such operations through
     *     Ploy: what is held of a resolved market must then be redeemed elsewhere
     */
    default Optional<Settlement> settlement() {
        return Optional.empty();
    }

    /**
     * Asks the venue whether this account could trade now: credentials, restrictions, balances, approvals, clock. Waits
     * for the network.
     *
     * @return one line for each thing looked at, in the order looked at
     */
    List<AccountCheck> check();
}
