package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.util.List;
import java.util.Optional;

/**
 * Finds markets of a venue.
 *
 * <p><b>Threading.</b> Calls may wait for the network; never call it on the engine thread.
 */
@Experimental
public interface MarketDirectory {
    /**
     * The markets that can be traded now.
     *
     * @return in the venue's order
     */
    List<Market> openMarkets();

    /**
     * One market with its current rules and status.
     *
     * @param id which
     * @return absent if the venue does not know it
     */
    Optional<Market> market(MarketId id);
}
