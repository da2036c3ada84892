package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.NewMarket;

/** Where the connections of a feed bring what they hear. Called in turn. */
interface FeedDesk {
    /**
     * Passes an event on to the listener.
     *
     * @return whether its book cannot be made up from what the listener gets any more, and must come whole
     */
    boolean tell(MarketEvent event);

    /** The venue has a new market, whether anybody asked or not. */
    void listed(NewMarket market);
}
