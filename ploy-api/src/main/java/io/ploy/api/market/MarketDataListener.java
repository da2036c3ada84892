package io.ploy.api.market;

import io.ploy.api.Stable;

/** Receives what a feed says. Thread-safe; calls return at once, the work happens on the engine thread. */
@FunctionalInterface
@Stable
public interface MarketDataListener {
    /**
     * Takes one event.
     *
     * @param event in the feed's order
     */
    void onMarketEvent(MarketEvent event);
}
