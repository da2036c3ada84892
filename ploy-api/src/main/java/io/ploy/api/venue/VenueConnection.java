package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketDirectory;
import io.ploy.api.order.AccountId;
import java.util.List;

/**
 * An open connection with a venue. Each method answers the same instance each time.
 *
 * <p><b>Threading.</b> Thread-safe. The connection owns its threads and names them.
 */
@Experimental
public interface VenueConnection extends AutoCloseable {
    /**
     * The venue's markets.
     *
     * @return the directory
     */
    MarketDirectory directory();

    /**
     * The venue's stream of books, trades and prices.
     *
     * @return the feed, not started
     */
    MarketDataFeed feed();

    /**
     * The accounts it was opened with.
     *
     * @return in the order in which they were given
     */
    List<VenueAccount> accounts();

    /**
     * One account.
     *
     * @param id as it was given
     * @return the account
     * @throws IllegalArgumentException if it was opened without that account
     */
    VenueAccount account(AccountId id);

    /**
     * What is won and lost there, as far as the connector can tell from what it was opened with. Journals keep it, so that
     * nobody takes what was earned in a simulation for what was earned with money.
     *
     * @return {@link VenueMoney#REAL} only if it is certain
     */
    default VenueMoney money() {
        return VenueMoney.UNKNOWN;
    }

    /** Stops everything that was started and releases threads and sockets. Further calls do nothing. */
    @Override
    void close();
}
