package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.util.List;

/**
 * A group of related markets.
 *
 * @param id names it
 * @param title in words
 * @param structure how the markets depend on each other
 * @param markets its markets in the venue's order
 */
@Experimental
public record Event(EventId id, String title, EventStructure structure, List<MarketId> markets) {
    /** Copies the list. */
    public Event {
        markets = List.copyOf(markets);
    }
}
