package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.gamma.GammaEventSummary;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the event of a market. Not every answer of the catalogue tells how large an event is, or its subjects. */
final class EventFacts {
    private EventFacts() {}

    /**
     * The event as it is now.
     *
     * @param negRisk whether the market excludes the others of its event, or null if that is not known
     * @param before the market as it was, or null
     * @return null if the market is of no event
     */
    static @Nullable Event of(GammaMarket market, @Nullable Boolean negRisk, @Nullable MarketState before) {
        GammaEventSummary told = market.event().orElse(null);
        if (told == null) {
            return null;
        }
        EventId id = new EventId(MarketAssembly.VENUE, told.id());
        Event known = known(id, before);
        int markets = told.markets() > 0 || known == null ? told.markets() : known.markets();
        List<String> tags = !told.tags().isEmpty() || known == null ? told.tags() : known.tags();
        boolean exclusive = told.negRisk() && Boolean.TRUE.equals(negRisk);
        return new Event(id, told.title(), structure(exclusive, told.negRiskAugmented(), markets), markets, tags);
    }

    private static EventStructure structure(boolean exclusive, boolean augmented, int markets) {
        if (!exclusive) {
            return EventStructure.INDEPENDENT;
        }
        // Places without a name stand for outcomes that may yet come true.
        return augmented || markets == 0 ? EventStructure.EXCLUSIVE : EventStructure.EXCLUSIVE_AND_EXHAUSTIVE;
    }

    private static @Nullable Event known(EventId id, @Nullable MarketState before) {
        VenueMarket last = before == null ? null : before.marketOrNull();
        return last == null
                ? null
                : last.market().event().filter(event -> event.id().equals(id)).orElse(null);
    }
}
